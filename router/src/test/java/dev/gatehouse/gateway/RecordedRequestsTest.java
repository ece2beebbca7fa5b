package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.dialect.openai.ChatCompletions;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.provider.langchain.Recordings;
import dev.gatehouse.provider.openai.OpenAiProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every recorded request to OpenAI, decoded, and sent on as if it had come in another dialect: what
 * it says must arrive as it was.
 */
final class RecordedRequestsTest {
  private static final String ANSWER =
      """
      data: {"model":"m","choices":[{"index":0,"delta":{"content":"ok"},"finish_reason":"stop"}]}

      data: [DONE]

      """;

  @Test
  void everyRecordedRequestArrivesAsItWasThroughTheTranslatedLane() {
    List<JsonNode> recordings =
        Recordings.of(
            "openai.jsonl.gz",
            each ->
                each.path("path").asText().endsWith("/chat/completions")
                    && each.path("status").asInt() == 200);
    for (JsonNode recording : recordings) {
      ObjectNode request = recording.path("request").deepCopy();

      ObjectNode sent = (ObjectNode) sent(request);

      assertThat(said(sent)).isEqualTo(said(request));
    }
    System.out.println("recorded requests: " + recordings.size() + " of " + recordings.size());
  }

  private static JsonNode sent(ObjectNode request) {
    ChatRequest decoded = ChatCompletions.request(JsonBody.parse(Json.write(request)));
    List<ModelConfig> models = List.of(ModelConfig.of(decoded.requestModel()));
    try (FakeVendor server =
        new FakeVendor(
            ProviderKind.OPENAI, OpenAiProvider::new, models, FakeVendor.stream(ANSWER))) {
      ChatCall call =
          new ChatCall(
              overAnotherWire(decoded),
              server.model(decoded.requestModel()),
              256,
              ChatCall.Limit.WHERE_NEEDED);
      ScopedValue.where(Passage.CURRENT, Asked.passage(PrivacyTreatment.CLOUD_OK))
          .run(() -> server.provider().chat(call, _ -> {}));
      return Asked.json(server.last().bodyText());
    }
  }

  private static ChatRequest overAnotherWire(ChatRequest request) {
    return new ChatRequest(
        Wire.ANTHROPIC_MESSAGES,
        request.body(),
        request.requestModel(),
        request.messages(),
        request.tools(),
        request.toolChoice(),
        request.responseFormat(),
        request.options(),
        request.stream(),
        request.streamUsage(),
        request.needs(),
        request.hints());
  }

  /** What both lanes carry, each thing in one spelling. */
  private static JsonNode said(ObjectNode request) {
    ObjectNode said = request.deepCopy();
    said.retain(
        "model",
        "messages",
        "tools",
        "tool_choice",
        "response_format",
        "temperature",
        "top_p",
        "stop",
        "seed",
        "presence_penalty",
        "frequency_penalty",
        "max_completion_tokens",
        "parallel_tool_calls",
        "reasoning_effort");
    if (said.path("tool_choice").asText().equals("auto")) {
      said.remove("tool_choice");
    }
    said.findParents("strict").forEach(RecordedRequestsTest::withoutUsualStrictness);
    said.path("messages").forEach(message -> inOneSpelling((ObjectNode) message));
    return said;
  }

  private static void withoutUsualStrictness(JsonNode parent) {
    if (!parent.path("strict").asBoolean()) {
      ((ObjectNode) parent).remove("strict");
    }
  }

  private static void inOneSpelling(ObjectNode message) {
    JsonNode content = message.path("content");
    boolean textAlone =
        content.isArray() && content.findValuesAsText("text").size() == content.size();
    if (textAlone) {
      message.set("content", TextNode.valueOf(String.join("\n", content.findValuesAsText("text"))));
    }
    if (message.has("tool_calls") && message.path("content").asText("").isEmpty()) {
      message.putNull("content");
    }
  }
}
