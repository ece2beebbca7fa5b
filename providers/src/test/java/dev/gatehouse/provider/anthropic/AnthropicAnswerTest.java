package dev.gatehouse.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.provider.langchain.Golden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes from Anthropic, from golden streams, in either lane. */
class AnthropicAnswerTest {
  private static final String MODEL = "claude-sonnet-4-5";
  private static final Asked SCHEMA =
      Asked.of("hi")
          .with(
              new ResponseFormat.JsonSchema(
                  "answer",
                  Asked.json(
                      "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\",\"minimum\":1}},"
                          + "\"required\":[\"n\"]}"),
                  true));

  private static FakeVendor vendor(String stream) {
    return new FakeVendor(
        ProviderKind.ANTHROPIC,
        AnthropicProvider::new,
        List.of(ModelConfig.of(MODEL)),
        FakeVendor.stream(stream));
  }

  private static String golden(String name) {
    return Golden.text("anthropic/" + name + ".sse");
  }

  private static List<Event> answer(Asked asked, String stream) {
    try (FakeVendor vendor = vendor(stream)) {
      return vendor.answer(asked, MODEL);
    }
  }

  private static Kind failure(Asked asked, String stream) {
    try (FakeVendor vendor = vendor(stream)) {
      return vendor.failure(asked, MODEL).kind();
    }
  }

  @Test
  void signedAndHiddenThoughtsArriveInTheirOrder() {
    assertThat(answer(Asked.of("hi"), golden("thoughts")))
        .containsExactly(
            new Event.Started("claude-x", "", List.of()),
            new Event.UsageReported(new Usage(16, 1, 4, 9, 0).withCacheCreation1h(6)),
            new Event.ThinkingDelta(0, "hm"),
            new Event.ThinkingSignature(0, "EqQBCg=="),
            new Event.RedactedThinking(0, "EqkE"),
            new Event.TextDelta(0, "a"),
            new Event.UsageReported(new Usage(16, 20, 4, 9, 12).withCacheCreation1h(6)),
            new Event.Ended(FinishReason.STOP, Optional.of("END")));
  }

  @Test
  void whatItsOwnToolsDidIsNotTheClients() {
    assertThat(answer(Asked.of("hi"), golden("tools-of-its-own")))
        .filteredOn(event -> !(event instanceof Event.UsageReported))
        .containsExactly(
            new Event.Started("claude-x", "", List.of()),
            new Event.TextDelta(0, "a"),
            new Event.TextDelta(0, "b"),
            Event.Ended.of(FinishReason.STOP));
  }

  @Test
  void callsWithoutArgumentsHaveAnEmptyObject() {
    for (String pieces : List.of("", "{}")) {
      assertThat(answer(Asked.of("hi"), golden("a-call").replace("ARGUMENTS", pieces)))
          .filteredOn(Event.ToolCallDelta.class::isInstance)
          .containsExactly(new Event.ToolCallDelta(0, 0, "toolu_1", "now", "{}"));
    }
    assertThat(answer(Asked.of("hi"), golden("a-call").replace("ARGUMENTS", "{\\\"a\\\":1}")))
        .filteredOn(Event.ToolCallDelta.class::isInstance)
        .containsExactly(new Event.ToolCallDelta(0, 0, "toolu_1", "now", "{\"a\":1}"));
  }

  @Test
  void anAnswerByAToolComesBackAsText() {
    List<Event> events = answer(SCHEMA, golden("an-answer-by-a-tool").replace("NUMBER", "7"));

    assertThat(events)
        .containsSubsequence(
            new Event.TextDelta(0, "{\"n\":"),
            new Event.TextDelta(0, "7}"),
            Event.Ended.of(FinishReason.STOP));
    assertThat(events).noneMatch(Event.ToolCallDelta.class::isInstance);
  }

  @Test
  void anAnswerByAToolThatDoesNotFollowItsSchemaIsBroken() {
    String stream = golden("an-answer-by-a-tool");

    assertThat(failure(SCHEMA, stream.replace("NUMBER", "0"))).isEqualTo(Kind.BROKEN);
    assertThat(failure(SCHEMA, stream.replace("NUMBER", ""))).isEqualTo(Kind.BROKEN);
    assertThat(failure(SCHEMA, golden("thoughts"))).isEqualTo(Kind.BROKEN);
  }

  @Test
  void anAnswerThatWasCutIsNotHeldToItsSchema() {
    assertThat(answer(SCHEMA, golden("answer-cut-by-its-limit")))
        .endsWith(Event.Ended.of(FinishReason.LENGTH));
  }

  @Test
  void aCallOfTheClientsOwnToolIsOneBesideASchemaToo() {
    Asked asked = SCHEMA.with(new ToolChoice.Auto(), Asked.weatherTool());

    assertThat(answer(asked, golden("a-call").replace("ARGUMENTS", "")))
        .contains(new Event.ToolCallDelta(0, 0, "toolu_1", "now", "{}"))
        .endsWith(Event.Ended.of(FinishReason.TOOL_CALLS));
  }

  @Test
  void errorsInAStreamAreWhatTheirTypeSays() {
    Map<String, Kind> kinds =
        Map.of(
            "overloaded_error", Kind.BUSY,
            "rate_limit_error", Kind.BUSY,
            "timeout_error", Kind.TIMEOUT,
            "invalid_request_error", Kind.REJECTED,
            "request_too_large", Kind.REJECTED,
            "api_error", Kind.FAILED);

    kinds.forEach(
        (type, kind) -> {
          String stream = golden("an-error").replace("TYPE", type);
          assertThat(failure(Asked.of("hi"), stream)).as(type).isEqualTo(kind);
          assertThat(relayFailure(stream).kind()).as(type).isEqualTo(kind);
          assertThat(relayFailure(stream).answer().orElseThrow().body()).asString().contains(type);
        });
  }

  private static ProviderException relayFailure(String stream) {
    try (FakeVendor vendor = vendor(stream)) {
      return catchThrowableOfType(
          ProviderException.class, () -> Asked.events(vendor.provider(), relayed(vendor)));
    }
  }

  private static ChatCall relayed(FakeVendor vendor) {
    return Asked.relayed(
        Wire.ANTHROPIC_MESSAGES,
        "{\"model\":\"alias\", \"max_tokens\":1.0e2,\"stream\":true,\"new_field\":[1]}",
        vendor.model(MODEL));
  }

  @Test
  void theRelayChangesTheModelsNameAndNothingElse() {
    try (FakeVendor vendor = vendor(golden("thoughts"))) {
      List<Event> events = Asked.events(vendor.provider(), relayed(vendor));

      assertThat(vendor.last().path()).isEqualTo("/v1/messages");
      assertThat(vendor.last().header("x-api-key")).isEqualTo(FakeVendor.KEY);
      assertThat(vendor.last().bodyText())
          .isEqualTo(
              "{\"model\":\"claude-sonnet-4-5\", \"max_tokens\":1.0e2,\"stream\":true,\"new_field\":[1]}");
      assertThat(events)
          .startsWith(new Event.Started("claude-x", "text/event-stream", List.of()))
          .contains(new Event.UsageReported(new Usage(16, 20, 4, 9, 12).withCacheCreation1h(6)));
      assertThat(events.getLast())
          .isInstanceOfSatisfying(
              Event.VerbatimEnd.class,
              end -> assertThat(end.finishReason()).isEqualTo(FinishReason.STOP));
    }
  }

  @Test
  void aRelayedStreamWithoutItsEndIsBroken() {
    String whole = golden("thoughts");
    String cut = whole.substring(0, whole.indexOf("event: message_stop"));
    String early = whole.substring(0, whole.indexOf("event: message_delta"));

    assertThat(relayFailure(early).kind()).isEqualTo(Kind.BROKEN);
    assertThat(relayFailure(cut).kind()).isEqualTo(Kind.BROKEN);
  }
}
