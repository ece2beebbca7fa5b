package dev.gatehouse.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.provider.langchain.Recordings;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelayedResponsesTest {
  private static final String CREATED =
      event(
          "response.created",
          "\"response\":{\"id\":\"resp_1\",\"model\":\"gpt-5.2-2025-12-11\",\"output\":[]},\"sequence_number\":0");
  private static final String DELTA =
      event("response.output_text.delta", "\"delta\":\"h\u00e9\u2028\",\"sequence_number\":1");
  private static final String ERROR = event("error", "\"code\":\"server_error\",\"message\":\"m\"");

  @Test
  void everyRecordedExchangeIsHandedOnUnchangedWithItsUsage() {
    List<JsonNode> recorded =
        Recordings.of(
            "openai.jsonl.gz",
            each ->
                each.path("path").asText().equals("/v1/responses")
                    && each.path("status").asInt() == 200);
    Deque<JsonNode> script = new ArrayDeque<>(recorded);
    List<ModelConfig> models =
        recorded.stream()
            .map(each -> each.path("request").path("model").asText())
            .distinct()
            .map(ModelConfig::of)
            .toList();

    try (FakeVendor openAi = vendor(models, exchange -> replay(script.remove(), exchange))) {
      for (JsonNode each : recorded) {
        List<Event> events = asked(openAi, each.path("request"));

        String answer = body(each);
        JsonNode last = last(each, answer);
        assertThat(bytes(events)).isEqualTo(answer);
        assertThat(usage(events)).as(each.path("source").asText()).isEqualTo(usage(last));
        assertThat(openAi.last().path()).isEqualTo("/responses");
      }
    }
    assertThat(recorded).hasSize(150);
  }

  private static String body(JsonNode recorded) {
    JsonNode response = recorded.path("response");
    return response.isTextual() ? response.textValue() : response.toString();
  }

  private static JsonNode last(JsonNode recorded, String answer) {
    if (!recorded.path("response").isTextual()) {
      return recorded.path("response");
    }
    String data = answer.strip().substring(answer.strip().lastIndexOf("\ndata: ") + 7);
    return Asked.json(data).path("response");
  }

  private static Optional<Usage> usage(JsonNode response) {
    JsonNode usage = response.path("usage");
    return usage.isObject()
        ? Optional.of(
            new Usage(
                usage.path("input_tokens").asLong(),
                usage.path("output_tokens").asLong(),
                usage.path("input_tokens_details").path("cached_tokens").asLong(),
                usage.path("input_tokens_details").path("cache_write_tokens").asLong(),
                usage.path("output_tokens_details").path("reasoning_tokens").asLong()))
        : Optional.empty();
  }

  private static void replay(JsonNode recorded, Exchange exchange) throws IOException {
    if (recorded.path("response").isTextual()) {
      FakeVendor.stream(body(recorded)).answer(exchange);
    } else {
      exchange.json(200, body(recorded));
    }
  }

  @Test
  void theUpstreamKeepsNothingAndReasoningComesBackEncrypted() {
    String request =
        "{\"model\": \"gpt-5.2\",  \"store\":true,\"include\":[\"x\"],\"input\":\"hi\",\"unknown\":1.50}";

    assertThat(sent(request, "gpt-5.2"))
        .isEqualTo(
            "{\"model\": \"gpt-5.2\",  \"store\":false,\"include\":[\"x\",\"reasoning.encrypted_content\"],\"input\":\"hi\",\"unknown\":1.50}");
  }

  @Test
  void modelsThatDoNotReasonAreNotAskedForReasoning() {
    assertThat(sent("{\"model\":\"auto\",\"input\":\"hi\"}", "gpt-4.1-mini"))
        .isEqualTo("{\"model\":\"gpt-4.1-mini\",\"input\":\"hi\",\"store\":false}");
  }

  @Test
  void moneyThatIsBoundedBoundsTheAnswer() {
    String request = "{\"model\":\"gpt-4.1\",\"input\":\"hi\"}";

    assertThat(sent(request, "gpt-4.1", ChatCall.Limit.ALWAYS))
        .contains("\"max_output_tokens\":256");
  }

  @Test
  void reasoningThatOpenAiCannotReadIsNotSentToIt() {
    String mine =
        "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[],\"encrypted_content\":\"gAAAA\"}";
    String others =
        "{\"type\":\"reasoning\",\"id\":\"rs_2\",\"summary\":[],\"encrypted_content\":\""
            + ForeignReasoning.ofSignature("c2ln")
            + "\"}";
    String unsigned = "{\"type\":\"reasoning\",\"id\":\"rs_3\",\"summary\":[]}";
    String said = "{\"role\":\"user\",\"content\":\"on\"}";

    String body =
        sent(
            "{\"model\":\"gpt-4.1\",\"input\":[%s,%s,%s,%s]}"
                .formatted(mine, others, unsigned, said),
            "gpt-4.1");

    assertThat(body).contains("\"input\":[" + mine + "," + said + "]");
  }

  @Test
  void callsOfFunctionsFinishForTools() {
    String answer =
        "{\"id\":\"resp_1\",\"model\":\"gpt-4.1\",\"status\":\"completed\",\"error\":null,\"output\":["
            + "{\"type\":\"function_call\",\"name\":\"f\",\"arguments\":\"{}\"}]}";

    assertThat(end(events(false, exchange -> exchange.json(200, answer))).finishReason())
        .isEqualTo(FinishReason.TOOL_CALLS);
  }

  @ParameterizedTest
  @CsvSource({"max_output_tokens,LENGTH", "content_filter,CONTENT_FILTER"})
  void incompleteAnswersSayWhy(String reason, FinishReason expected) {
    String stream =
        CREATED
            + event(
                "response.incomplete",
                "\"response\":{\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\""
                    + reason
                    + "\"}}");

    List<Event> events = events(true, FakeVendor.stream(stream));

    assertThat(end(events).finishReason()).isEqualTo(expected);
    assertThat(bytes(events)).isEqualTo(stream);
  }

  @Test
  void errorThatComesFirstLetsAnotherCandidateTry() {
    assertThatThrownBy(() -> events(true, FakeVendor.stream(ERROR)))
        .isInstanceOfSatisfying(
            ProviderException.class,
            e -> assertThat(e.kind()).isEqualTo(ProviderException.Kind.FAILED));
  }

  @Test
  void errorInMidStreamIsAFailure() {
    String failed = event("response.failed", "\"response\":{\"status\":\"failed\"}");

    for (String stream : List.of(CREATED + DELTA + ERROR + failed, CREATED + DELTA + failed)) {
      assertThatThrownBy(() -> events(true, FakeVendor.stream(stream)))
          .isInstanceOfSatisfying(
              ProviderException.class,
              e -> assertThat(e.kind()).isEqualTo(ProviderException.Kind.FAILED));
    }
  }

  @Test
  void streamThatIsCutIsNoAnswer() {
    assertThatThrownBy(() -> events(true, FakeVendor.stream(CREATED + DELTA)))
        .isInstanceOfSatisfying(
            ProviderException.class,
            e -> assertThat(e.kind()).isEqualTo(ProviderException.Kind.BROKEN));
  }

  @Test
  void onlyOpenAiItselfSpeaksIt() {
    try (FakeVendor openAi = vendor(List.of(), Exchange::hangUp);
        FakeVendor other =
            new FakeVendor(
                ProviderKind.OPENAI_COMPATIBLE, OpenAiProvider::new, List.of(), Exchange::hangUp)) {
      assertThat(openAi.provider().relays(Wire.OPENAI_RESPONSES)).isTrue();
      assertThat(other.provider().relays(Wire.OPENAI_RESPONSES)).isFalse();
    }
  }

  private static String event(String type, String members) {
    return "event: %s\ndata: {\"type\":\"%s\",%s}\n\n".formatted(type, type, members);
  }

  private static FakeVendor vendor(List<ModelConfig> models, ScriptedUpstream.Script script) {
    return new FakeVendor(ProviderKind.OPENAI, OpenAiProvider::new, models, script);
  }

  private static List<Event> events(boolean stream, ScriptedUpstream.Script script) {
    JsonNode request =
        Json.object().put("model", "gpt-4.1").put("input", "hi").put("stream", stream);
    try (FakeVendor openAi = vendor(List.of(ModelConfig.of("gpt-4.1")), script)) {
      return asked(openAi, request);
    }
  }

  private static String sent(String request, String model) {
    return sent(request, model, ChatCall.Limit.WHERE_NEEDED);
  }

  private static String sent(String request, String model, ChatCall.Limit limit) {
    try (FakeVendor openAi = vendor(List.of(ModelConfig.of(model)), Exchange::hangUp)) {
      ChatRequest decoded = request(Asked.json(request), request);
      ChatCall call = new ChatCall(decoded, openAi.model(model), 256, limit);
      return new String(ResponsesBody.of(call), StandardCharsets.UTF_8);
    }
  }

  private static List<Event> asked(FakeVendor openAi, JsonNode request) {
    ChatCall call = call(openAi, request);
    List<Event> events = new ArrayList<>();
    ScopedValue.where(Passage.CURRENT, Asked.passage(PrivacyTreatment.CLOUD_OK))
        .run(() -> openAi.provider().chat(call, events::add));
    return events;
  }

  private static ChatCall call(FakeVendor openAi, JsonNode request) {
    return new ChatCall(
        request(request, request.toString()),
        openAi.model(request.path("model").asText()),
        256,
        ChatCall.Limit.WHERE_NEEDED);
  }

  private static ChatRequest request(JsonNode request, String text) {
    boolean stream = request.path("stream").asBoolean();
    return new ChatRequest(
        Wire.OPENAI_RESPONSES,
        JsonBody.parse(text.getBytes(StandardCharsets.UTF_8)),
        request.path("model").asText(),
        List.of(new Message(Role.USER, List.of(), Optional.empty())),
        List.of(),
        new ToolChoice.Auto(),
        new ResponseFormat.Text(),
        GenerationOptions.defaults(),
        stream,
        stream,
        Map.of(),
        List.of());
  }

  private static Event.VerbatimEnd end(List<Event> events) {
    return (Event.VerbatimEnd) events.getLast();
  }

  private static String bytes(List<Event> events) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Event event : events) {
      if (event instanceof Event.Verbatim(byte[] bytes, _)) {
        all.writeBytes(bytes);
      } else if (event instanceof Event.VerbatimEnd(byte[] bytes, _, _)) {
        all.writeBytes(bytes);
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private static Optional<Usage> usage(List<Event> events) {
    Optional<Usage> usage = Optional.empty();
    for (Event event : events) {
      if (event instanceof Event.UsageReported(Usage reported)) {
        usage = Optional.of(reported);
      }
    }
    return usage;
  }
}
