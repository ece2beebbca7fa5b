package dev.gatehouse.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.provider.langchain.Golden;
import dev.gatehouse.provider.langchain.Options;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes from Gemini, from golden streams. */
class GeminiAnswerTest {
  private static final String MODEL = "gemini-3-flash";
  private static final String END = Golden.text("gemini/an-end.sse");

  private static FakeVendor vendor(String stream) {
    return new FakeVendor(
        ProviderKind.GEMINI,
        GeminiProvider::new,
        List.of(ModelConfig.of(MODEL)),
        FakeVendor.stream(stream));
  }

  private static List<Event> answer(Asked asked, String stream) {
    try (FakeVendor vendor = vendor(stream)) {
      return vendor.answer(asked, MODEL);
    }
  }

  private static ProviderException failure(String stream) {
    try (FakeVendor vendor = vendor(stream)) {
      return vendor.failure(Asked.of("hi"), MODEL);
    }
  }

  @Test
  void everyTokenIsCountedOnce() {
    assertThat(answer(Asked.of("hi"), Golden.text("gemini/usage.sse")))
        .contains(
            new Event.UsageReported(new Usage(120, 45, 30, 0, 25).withAudio(17, 3)),
            Event.Ended.of(FinishReason.STOP));
  }

  @Test
  void everyEndHasItsReason() {
    Map<String, FinishReason> reasons =
        Map.of(
            "MAX_TOKENS", FinishReason.LENGTH,
            "SAFETY", FinishReason.CONTENT_FILTER,
            "RECITATION", FinishReason.CONTENT_FILTER,
            "PROHIBITED_CONTENT", FinishReason.CONTENT_FILTER,
            "IMAGE_SAFETY", FinishReason.CONTENT_FILTER);

    reasons.forEach(
        (word, reason) ->
            assertThat(answer(Asked.of("hi"), END.replace("REASON", word)))
                .as(word)
                .endsWith(Event.Ended.of(reason)));
  }

  @Test
  void anAnswerThatTheModelGaveUpIsBroken() {
    for (String word :
        List.of(
            "MALFORMED_FUNCTION_CALL",
            "UNEXPECTED_TOOL_CALL",
            "OTHER",
            "MISSING_THOUGHT_SIGNATURE")) {
      assertThat(failure(END.replace("REASON", word)).kind()).as(word).isEqualTo(Kind.BROKEN);
    }
  }

  @Test
  void anAnswerWithoutCandidatesIsBroken() {
    assertThat(failure("data: {\"usageMetadata\":{\"promptTokenCount\":4}}\n\n").kind())
        .isEqualTo(Kind.BROKEN);
  }

  @Test
  void anErrorInTheStreamKeepsItsWords() {
    ProviderException failure =
        failure(
            "data: {\"error\":{\"code\":503,\"message\":\"m\",\"status\":\"UNAVAILABLE\"}}\n\n");

    assertThat(failure.kind()).isEqualTo(Kind.BUSY);
    assertThat(failure.answer().orElseThrow().status()).isEqualTo(503);
    assertThat(failure.answer().orElseThrow().body()).asString().contains("UNAVAILABLE");
  }

  @Test
  void aClientThatWantsOneCallAtATimeGetsTheFirst() {
    String stream = Golden.text("gemini/two-calls.sse");
    Asked one = Asked.of("hi").with(new Options().parallelToolCalls(false).build());

    assertThat(answer(Asked.of("hi"), stream))
        .filteredOn(Event.ToolCallDelta.class::isInstance)
        .extracting(event -> ((Event.ToolCallDelta) event).name())
        .containsExactly("first", "second");
    assertThat(answer(one, stream))
        .filteredOn(Event.ToolCallDelta.class::isInstance)
        .extracting(event -> ((Event.ToolCallDelta) event).name())
        .containsExactly("first");
  }

  @Test
  void callsWithoutArgumentsHaveAnEmptyObject() {
    assertThat(answer(Asked.of("hi"), Golden.text("gemini/two-calls.sse")))
        .filteredOn(Event.ToolCallDelta.class::isInstance)
        .extracting(event -> ((Event.ToolCallDelta) event).arguments())
        .containsExactly("{}", "{}");
  }
}
