package dev.gatehouse.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
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
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnthropicProviderTest {
  private static final String MODEL = "claude-sonnet-4-5";
  private static final String START =
      event(
          "message_start",
          "\"message\":{\"id\":\"msg_1\",\"model\":\"claude-sonnet-4-5-20250929\",\"usage\":{\"input_tokens\":25,"
              + "\"cache_read_input_tokens\":100,\"cache_creation_input_tokens\":10,\"output_tokens\":1}}");
  private static final String STOP = event("message_stop", "\"x\":1");

  private static String event(String type, String members) {
    return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + members + "}\n\n";
  }

  private static String text(int index, String text) {
    return event(
            "content_block_start",
            "\"index\":" + index + ",\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
        + event(
            "content_block_delta",
            "\"index\":" + index + ",\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text + "\"}")
        + event("content_block_stop", "\"index\":" + index);
  }

  private static String end(String reason) {
    return event(
        "message_delta",
        "\"delta\":{\"stop_reason\":\"" + reason + "\"},\"usage\":{\"output_tokens\":15}");
  }

  private static FakeVendor vendor(ScriptedUpstream.Script script) {
    ModelConfig thinker =
        new ModelConfig(
            MODEL,
            Set.of(Capability.TOOLS, Capability.VISION, Capability.THINKING),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty());
    return new FakeVendor(ProviderKind.ANTHROPIC, AnthropicProvider::new, List.of(thinker), script);
  }

  private static List<Event> answer(Asked asked, String stream) {
    try (FakeVendor vendor = vendor(FakeVendor.stream(stream))) {
      return vendor.answer(asked, MODEL);
    }
  }

  private static JsonNode sent(Asked asked) {
    String whole = START + text(0, "ok") + end("end_turn") + STOP;
    try (FakeVendor vendor = vendor(FakeVendor.stream(whole))) {
      vendor.answer(asked, MODEL);
      return Asked.json(vendor.last().bodyText());
    }
  }

  @Test
  void textUsageAndEndArriveWithCachedTokensCountedIn() {
    List<Event> events =
        answer(
            Asked.of("hi"),
            START + event("ping", "\"y\":1") + text(0, "a\u2028b") + end("end_turn") + STOP);

    assertThat(events)
        .containsExactly(
            new Event.Started("claude-sonnet-4-5-20250929", "", List.of()),
            new Event.UsageReported(new Usage(135, 1, 100, 10, 0)),
            new Event.TextDelta(0, "a\u2028b"),
            new Event.UsageReported(new Usage(135, 15, 100, 10, 0)),
            Event.Ended.of(FinishReason.STOP));
  }

  @Test
  void toolCallsArriveInPiecesWithRisingIndex() {
    String first =
        event(
                "content_block_start",
                "\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"get_weather\",\"input\":{}}")
            + event(
                "content_block_delta",
                "\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"city\\\":\"}")
            + event(
                "content_block_delta",
                "\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"\\\"Rome\\\"}\"}")
            + event("content_block_stop", "\"index\":1");
    String second =
        event(
                "content_block_start",
                "\"index\":2,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_2\",\"name\":\"now\",\"input\":{}}")
            + event("content_block_stop", "\"index\":2");

    List<Event> events =
        answer(Asked.of("hi"), START + text(0, "so") + first + second + end("tool_use") + STOP);

    assertThat(events)
        .containsSubsequence(
            new Event.ToolCallDelta(0, 0, "toolu_1", "get_weather", "{\"city\":"),
            new Event.ToolCallDelta(0, 0, "", "", "\"Rome\"}"),
            new Event.ToolCallDelta(0, 1, "toolu_2", "now", "{}"),
            Event.Ended.of(FinishReason.TOOL_CALLS));
    assertThat(events).filteredOn(Event.ToolCallDelta.class::isInstance).hasSize(3);
  }

  @Test
  void everyEndHasItsReason() {
    Map<String, FinishReason> reasons =
        Map.of(
            "max_tokens", FinishReason.LENGTH,
            "model_context_window_exceeded", FinishReason.LENGTH,
            "refusal", FinishReason.CONTENT_FILTER,
            "stop_sequence", FinishReason.STOP);

    reasons.forEach(
        (word, reason) ->
            assertThat(answer(Asked.of("hi"), START + text(0, "x") + end(word) + STOP))
                .endsWith(Event.Ended.of(reason)));
  }

  @Test
  void aStreamWithoutItsEndIsBroken() {
    for (String cut :
        List.of(START, START + text(0, "x"), START + text(0, "x") + end("end_turn"))) {
      try (FakeVendor vendor = vendor(FakeVendor.stream(cut))) {
        assertThat(vendor.failure(Asked.of("hi"), MODEL).kind()).isEqualTo(Kind.BROKEN);
      }
    }
  }

  @Test
  void anOverloadBeforeTheFirstPieceIsBusyAndAfterItBroken() {
    String error = event("error", "\"error\":{\"type\":\"overloaded_error\",\"message\":\"m\"}");

    try (FakeVendor early = vendor(FakeVendor.stream(START + error));
        FakeVendor late = vendor(FakeVendor.stream(START + text(0, "x") + error))) {
      assertThat(early.failure(Asked.of("hi"), MODEL).kind()).isEqualTo(Kind.BUSY);
      assertThat(late.failure(Asked.of("hi"), MODEL).kind()).isEqualTo(Kind.BROKEN);
    }
  }

  @Test
  void statusHeadersAndBodyOfAnErrorAreKept() {
    String body =
        "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"m\"}}";
    try (FakeVendor vendor =
        vendor(
            exchange ->
                exchange.respond(
                    429,
                    Map.of("retry-after", "12", "content-type", "application/json"),
                    body.getBytes(StandardCharsets.UTF_8)))) {
      ProviderException failure = vendor.failure(Asked.of("hi"), MODEL);

      assertThat(failure.kind()).isEqualTo(Kind.BUSY);
      assertThat(failure.answer().orElseThrow().status()).isEqualTo(429);
      assertThat(failure.answer().orElseThrow().headers())
          .containsExactly(new Event.Header("Retry-After", "12"));
      assertThat(failure.answer().orElseThrow().body()).asString().isEqualTo(body);
    }
  }

  @Test
  void theKeyGoesInAHeaderAndTheLimitIsAlwaysSent() {
    String whole = START + text(0, "ok") + end("end_turn") + STOP;
    try (FakeVendor vendor = vendor(FakeVendor.stream(whole))) {
      vendor.answer(Asked.of("hi"), MODEL);

      assertThat(vendor.last().path()).isEqualTo("/v1/messages");
      assertThat(vendor.last().header("x-api-key")).isEqualTo(FakeVendor.KEY);
      assertThat(vendor.last().header("anthropic-version")).isEqualTo("2023-06-01");
      assertThat(Asked.json(vendor.last().bodyText()))
          .isEqualTo(
              Asked.json(
                  "{\"model\":\"claude-sonnet-4-5\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\","
                      + "\"text\":\"hi\"}]}],\"max_tokens\":256,\"stream\":true}"));
    }
  }

  @Test
  void aConversationWithToolsReachesTheModelWhole() {
    JsonNode body =
        sent(
            Asked.of(
                    Asked.turn(Role.SYSTEM, new Part.Text("Be brief.")),
                    Asked.turn(Role.DEVELOPER, new Part.Text("Be kind.")),
                    Asked.turn(Role.USER, new Part.Text("weather?")),
                    Asked.turn(
                        Role.ASSISTANT,
                        new Part.ToolCall("toolu_1", "get_weather", "{\"city\":\"Rome\"}"),
                        new Part.ToolCall("toolu_2", "get_weather", "{\"city\":\"Oslo\"}")),
                    Asked.turn(Role.TOOL, Part.ToolResult.of("toolu_1", "18 C")),
                    Asked.turn(Role.TOOL, Part.ToolResult.of("toolu_2", "2 C")))
                .with(new ToolChoice.Named("get_weather"), Asked.weatherTool()));

    assertThat(body.path("system")).hasSize(2);
    assertThat(body.path("tool_choice"))
        .isEqualTo(Asked.json("{\"type\":\"tool\",\"name\":\"get_weather\"}"));
    assertThat(body.path("tools").path(0).path("input_schema"))
        .isEqualTo(Asked.weatherTool().parameters().orElseThrow());
    assertThat(body.path("messages"))
        .isEqualTo(
            Asked.json(
                """
                [{"role":"user","content":[{"type":"text","text":"weather?"}]},
                 {"role":"assistant","content":[
                  {"type":"tool_use","id":"toolu_1","name":"get_weather","input":{"city":"Rome"}},
                  {"type":"tool_use","id":"toolu_2","name":"get_weather","input":{"city":"Oslo"}}]},
                 {"role":"user","content":[
                  {"type":"tool_result","tool_use_id":"toolu_1","content":"18 C"},
                  {"type":"tool_result","tool_use_id":"toolu_2","content":"2 C"}]}]
                """));
  }

  @Test
  void modelsAreListedWithWhatTheyCan() {
    String list =
        """
        {"data":[{"type":"model","id":"claude-new","max_input_tokens":1000000,"capabilities":{
          "image_input":{"supported":true},"structured_outputs":{"supported":true},
          "thinking":{"supported":true,"types":{"enabled":{"supported":true}}}}},
         {"type":"model","id":"claude-old"}],"has_more":false}
        """;
    try (FakeVendor vendor =
        new FakeVendor(
            ProviderKind.ANTHROPIC,
            AnthropicProvider::new,
            List.of(),
            exchange -> exchange.json(200, list))) {
      vendor.provider().discover();

      Model found = vendor.model("claude-new");
      assertThat(found.locality()).isEqualTo(Locality.CLOUD);
      assertThat(found.contextTokens()).isEqualTo(OptionalInt.of(1_000_000));
      assertThat(found.capabilities())
          .containsExactlyInAnyOrder(
              Capability.TOOLS,
              Capability.FORCED_TOOLS,
              Capability.JSON_OBJECT,
              Capability.JSON_SCHEMA,
              Capability.VERBATIM_FIELDS,
              Capability.VISION,
              Capability.IMAGE_URLS,
              Capability.THINKING);
      assertThat(vendor.model("claude-old").capabilities())
          .containsExactlyInAnyOrder(
              Capability.TOOLS,
              Capability.FORCED_TOOLS,
              Capability.JSON_OBJECT,
              Capability.JSON_SCHEMA,
              Capability.VERBATIM_FIELDS,
              Capability.VISION,
              Capability.IMAGE_URLS,
              Capability.FILES);
      assertThat(vendor.last().path()).isEqualTo("/v1/models?limit=1000");
      assertThat(vendor.last().header("x-api-key")).isEqualTo(FakeVendor.KEY);
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
