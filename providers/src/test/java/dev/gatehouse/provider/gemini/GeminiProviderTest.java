package dev.gatehouse.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.egress.NotClearedException;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GeminiProviderTest {
  private static final String MODEL = "gemini-3-flash";

  private static String event(String json) {
    return "data: " + json + "\r\n\r\n";
  }

  private static String parts(String parts) {
    return event(
        "{\"candidates\":[{\"content\":{\"parts\":["
            + parts
            + "],\"role\":\"model\"}}],\"modelVersion\":\"gemini-3-flash-001\"}");
  }

  private static String end(String reason) {
    return event(
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}]},\"finishReason\":\""
            + reason
            + "\"}],\"usageMetadata\":{\"promptTokenCount\":29,\"cachedContentTokenCount\":9,"
            + "\"candidatesTokenCount\":10,\"thoughtsTokenCount\":202,\"totalTokenCount\":241}}");
  }

  private static FakeVendor vendor(ScriptedUpstream.Script script) {
    return new FakeVendor(
        ProviderKind.GEMINI, GeminiProvider::new, List.of(ModelConfig.of(MODEL)), script);
  }

  private static List<Event> answer(Asked asked, String stream) {
    try (FakeVendor vendor = vendor(FakeVendor.stream(stream))) {
      return vendor.answer(asked, MODEL);
    }
  }

  private static JsonNode sent(Asked asked) {
    try (FakeVendor vendor = vendor(FakeVendor.stream(parts("{\"text\":\"ok\"}") + end("STOP")))) {
      vendor.answer(asked, MODEL);
      return Asked.json(vendor.last().bodyText());
    }
  }

  @Test
  void textAndThoughtsKeepTheirOrderAndNothingIsPutBetweenParts() {
    List<Event> events =
        answer(
            Asked.of("hi"),
            parts("{\"text\":\"hm\",\"thought\":true},{\"text\":\"a\u2028\"},{\"text\":\"b\"}")
                + end("STOP"));

    assertThat(events)
        .containsExactly(
            new Event.Started("gemini-3-flash-001", "", List.of()),
            new Event.ThinkingDelta(0, "hm"),
            new Event.TextDelta(0, "a\u2028"),
            new Event.TextDelta(0, "b"),
            new Event.UsageReported(new Usage(29, 212, 9, 0, 202)),
            Event.Ended.of(FinishReason.STOP));
  }

  @Test
  void streamedToolCallsFinishAsToolCalls() {
    String call = "{\"functionCall\":{\"name\":\"get_weather\",\"args\":{\"city\":\"%s\"}}}";

    List<Event> events =
        answer(
            Asked.of("hi"),
            parts(call.formatted("Rome") + "," + call.formatted("Oslo")) + end("STOP"));

    assertThat(events)
        .filteredOn(Event.ToolCallDelta.class::isInstance)
        .extracting(event -> ((Event.ToolCallDelta) event).index())
        .containsExactly(0, 1);
    assertThat(events).endsWith(Event.Ended.of(FinishReason.TOOL_CALLS));
  }

  @Test
  void theSignatureOfAToolCallComesBackWithIt() {
    String call =
        "{\"functionCall\":{\"name\":\"get_weather\",\"args\":{},\"id\":\"96c1su3s\"},\"thoughtSignature\":\"Ab+/=\"}";
    Event.ToolCallDelta given =
        answer(Asked.of("hi"), parts(call) + end("STOP")).stream()
            .filter(Event.ToolCallDelta.class::isInstance)
            .map(Event.ToolCallDelta.class::cast)
            .findFirst()
            .orElseThrow();

    JsonNode contents =
        sent(Asked.of(
                Asked.turn(Role.USER, new Part.Text("weather?")),
                Asked.turn(Role.ASSISTANT, new Part.ToolCall(given.id(), given.name(), "{}")),
                Asked.turn(Role.TOOL, Part.ToolResult.of(given.id(), "18 C"))))
            .path("contents");

    assertThat(given.id()).matches("[A-Za-z0-9_-]+");
    assertThat(contents.path(1).path("parts").path(0)).isEqualTo(Asked.json(call));
    assertThat(contents.path(2).path("parts").path(0).path("functionResponse"))
        .isEqualTo(
            Asked.json(
                "{\"id\":\"96c1su3s\",\"name\":\"get_weather\",\"response\":{\"output\":\"18 C\"}}"));
  }

  @Test
  void toolCallsOfAnotherModelAreMarkedAndTheirResultsStandInOneTurn() {
    JsonNode contents =
        sent(Asked.of(
                Asked.turn(Role.USER, new Part.Text("weather?")),
                Asked.turn(
                    Role.ASSISTANT,
                    new Part.ToolCall("call_1", "get_weather", "{}"),
                    new Part.ToolCall("call_2", "get_weather", "{}")),
                Asked.turn(Role.TOOL, Part.ToolResult.of("call_1", "18 C")),
                Asked.turn(Role.TOOL, Part.ToolResult.of("call_2", "2 C"))))
            .path("contents");

    assertThat(contents).hasSize(3);
    assertThat(contents.path(1).path("parts").path(0).path("thoughtSignature").asText())
        .isEqualTo("skip_thought_signature_validator");
    assertThat(contents.path(1).path("parts").path(1).has("thoughtSignature")).isFalse();
    assertThat(contents.path(2).path("parts")).hasSize(2);
  }

  @Test
  void everyEndHasItsReason() {
    Map<String, FinishReason> reasons =
        Map.of("MAX_TOKENS", FinishReason.LENGTH, "SAFETY", FinishReason.CONTENT_FILTER);

    reasons.forEach(
        (word, reason) ->
            assertThat(answer(Asked.of("hi"), parts("{\"text\":\"x\"}") + end(word)))
                .endsWith(Event.Ended.of(reason)));
  }

  @Test
  void aBlockedPromptIsFiltered() {
    List<Event> events =
        answer(
            Asked.of("hi"),
            event(
                "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},"
                    + "\"usageMetadata\":{\"promptTokenCount\":4}}"));

    assertThat(events)
        .endsWith(
            new Event.UsageReported(Usage.of(4, 0)), Event.Ended.of(FinishReason.CONTENT_FILTER));
  }

  @Test
  void aStreamWithoutItsEndOrWithAnUnknownOneIsBroken() {
    String piece = parts("{\"text\":\"x\"}");
    for (String stream : List.of(piece, "", piece + end("MALFORMED_FUNCTION_CALL"))) {
      try (FakeVendor vendor = vendor(FakeVendor.stream(stream))) {
        assertThat(vendor.failure(Asked.of("hi"), MODEL).kind()).isEqualTo(Kind.BROKEN);
      }
    }
  }

  @Test
  void theKeyGoesInAHeaderAndNeverInTheAddress() {
    try (FakeVendor vendor = vendor(FakeVendor.stream(parts("{\"text\":\"ok\"}") + end("STOP")))) {
      vendor.answer(Asked.of("hi"), MODEL);

      assertThat(vendor.last().path())
          .isEqualTo("/v1beta/models/gemini-3-flash:streamGenerateContent?alt=sse");
      assertThat(vendor.last().header("x-goog-api-key")).isEqualTo(FakeVendor.KEY);
      assertThat(vendor.last().headers().values()).filteredOn(FakeVendor.KEY::equals).hasSize(1);
    }
  }

  @Test
  void toolsGoOutWithTheCallersOwnSchemaAndChoice() {
    JsonNode body =
        sent(Asked.of("hi").with(new ToolChoice.Named("get_weather"), Asked.weatherTool()));

    assertThat(
            body.path("tools")
                .path(0)
                .path("functionDeclarations")
                .path(0)
                .path("parametersJsonSchema"))
        .isEqualTo(Asked.weatherTool().parameters().orElseThrow());
    assertThat(body.path("toolConfig").path("functionCallingConfig"))
        .isEqualTo(Asked.json("{\"mode\":\"ANY\",\"allowedFunctionNames\":[\"get_weather\"]}"));
  }

  @Test
  void modelsThatChatAreListed() {
    String list =
        """
        {"models":[
         {"name":"models/gemini-3-pro","inputTokenLimit":1048576,"thinking":true,
          "supportedGenerationMethods":["generateContent"]},
         {"name":"models/gemini-3-pro-image","supportedGenerationMethods":["generateContent"]},
         {"name":"models/gemini-embedding-001","supportedGenerationMethods":["embedContent"]}]}
        """;
    try (FakeVendor vendor =
        new FakeVendor(
            ProviderKind.GEMINI,
            GeminiProvider::new,
            List.of(),
            exchange -> exchange.json(200, list))) {
      vendor.provider().discover();

      assertThat(vendor.provider().models())
          .extracting(Model::id)
          .containsExactly("gemini-3-pro", "gemini-embedding-001");
      assertThat(vendor.model("gemini-3-pro").contextTokens()).isEqualTo(OptionalInt.of(1048576));
      assertThat(vendor.model("gemini-3-pro").capabilities()).contains(Capability.THINKING);
      assertThat(vendor.last().path()).isEqualTo("/v1beta/models?pageSize=1000");
      assertThat(vendor.last().header("x-goog-api-key")).isEqualTo(FakeVendor.KEY);
    }
  }

  @Test
  void aLocalOnlyRequestOpensNoConnection() {
    try (FakeVendor vendor = vendor(exchange -> {})) {
      Model model = vendor.model(MODEL);

      assertThatThrownBy(
              () -> Asked.of("hi").askedOf(vendor.provider(), model, PrivacyTreatment.LOCAL_ONLY))
          .isInstanceOf(NotClearedException.class);

      assertThat(vendor.server().connections()).isZero();
    }
  }
}
