package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.conformance.Behaviour.Answer;
import dev.gatehouse.json.Json;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Anthropic's Messages API. */
final class AnthropicForm extends VendorForm {
  @Override
  public void answer(Exchange exchange) throws IOException {
    String path = exchange.path().split("\\?", -1)[0];
    switch (path) {
      case "/v1/messages" -> answerMessages(exchange, json(exchange));
      case "/v1/messages/count_tokens" ->
          exchange.json(200, "{\"input_tokens\":" + ScriptedModel.INPUT_TOKENS + "}");
      default -> exchange.json(404, error(404, "no such path"));
    }
  }

  private void answerMessages(Exchange exchange, JsonNode body) throws IOException {
    String refusal = refusal(exchange, body);
    if (refusal.isEmpty()) {
      answer(exchange, asked(body), new MessageForm(body));
    } else {
      exchange.json(400, error(400, refusal));
    }
  }

  /** What Anthropic refuses that others take; empty where nothing is wrong. */
  private static String refusal(Exchange exchange, JsonNode body) {
    if (exchange.header("anthropic-version").isEmpty()) {
      return "anthropic-version: header is required";
    }
    if (!body.path("max_tokens").isInt()) {
      return "max_tokens: Field required";
    }
    for (JsonNode message : body.path("messages")) {
      for (JsonNode block : message.path("content")) {
        if (block.path("type").asText().equals("text") && block.path("text").asText().isEmpty()) {
          return "messages: text content blocks must be non-empty";
        }
      }
    }
    return unpaired(body.path("messages"));
  }

  /** Every call wants its result in the very next message, and those of one turn in one message. */
  private static String unpaired(JsonNode messages) {
    for (int i = 0; i < messages.size(); i++) {
      for (JsonNode block : messages.path(i).path("content")) {
        if (block.path("type").asText().equals("tool_use")
            && !answers(messages.path(i + 1), block.path("id").asText())) {
          return "messages: tool_use ids were found without tool_result blocks immediately after";
        }
      }
    }
    return "";
  }

  private static boolean answers(JsonNode message, String id) {
    for (JsonNode block : message.path("content")) {
      if (block.path("tool_use_id").asText().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static Ask asked(JsonNode body) {
    List<Ask.Turn> turns = new ArrayList<>();
    body.path("messages").forEach(message -> addTurns(turns, message));
    List<Ask.Tool> tools = new ArrayList<>();
    for (JsonNode tool : body.path("tools")) {
      tools.add(
          new Ask.Tool(
              tool.path("name").asText(),
              tool.path("description").asText(""),
              tool.path("input_schema")));
    }
    return new Ask(
        ChatAsked.text(body.path("system")),
        turns,
        tools,
        ChatAsked.forced(
            body.at("/tool_choice/name").asText(""),
            body.at("/tool_choice/type").asText().equals("any"),
            tools),
        Optional.of(body.at("/output_config/format/schema")).filter(JsonNode::isObject),
        ChatAsked.stop(body.path("stop_sequences")),
        OptionalInt.of(body.path("max_tokens").asInt()),
        body.path("stream").asBoolean(false));
  }

  private static void addTurns(List<Ask.Turn> turns, JsonNode message) {
    JsonNode content = message.path("content");
    if (message.path("role").asText().equals("assistant")) {
      turns.add(new Ask.Model(ChatAsked.text(content), calls(content)));
      return;
    }
    List<Ask.Picture> pictures = new ArrayList<>();
    for (JsonNode block : content) {
      switch (block.path("type").asText()) {
        case "tool_result" ->
            turns.add(
                new Ask.Result(
                    block.path("tool_use_id").asText(), ChatAsked.text(block.path("content"))));
        case "image" ->
            pictures.add(
                new Ask.Picture(
                    block.at("/source/media_type").asText(), block.at("/source/data").asText()));
        default -> {}
      }
    }
    String text = ChatAsked.text(content);
    if (!text.isEmpty() || !pictures.isEmpty()) {
      turns.add(new Ask.User(text, pictures));
    }
  }

  private static List<Ask.Call> calls(JsonNode content) {
    List<Ask.Call> calls = new ArrayList<>();
    for (JsonNode block : content) {
      if (block.path("type").asText().equals("tool_use")) {
        calls.add(
            new Ask.Call(
                block.path("id").asText(),
                block.path("name").asText(),
                write(block.path("input"))));
      }
    }
    return calls;
  }

  @Override
  String requestIdHeader() {
    return "request-id";
  }

  @Override
  String error(int status, String message) {
    ObjectNode body = Json.object().put("type", "error");
    body.putObject("error").put("type", errorType(status)).put("message", message);
    return write(body.put("request_id", "req_scripted"));
  }

  private static String errorType(int status) {
    return switch (status) {
      case 400 -> "invalid_request_error";
      case 404 -> "not_found_error";
      case 429 -> "rate_limit_error";
      case 529 -> "overloaded_error";
      default -> "api_error";
    };
  }

  /** {@code POST /v1/messages}. */
  private static final class MessageForm implements Form {
    private final JsonNode asked;

    MessageForm(JsonNode asked) {
      this.asked = asked;
    }

    private ObjectNode message() {
      ObjectNode message =
          Json.object()
              .put("model", asked.path("model").asText() + "-20250219")
              .put("id", "msg_Scripted1")
              .put("type", "message")
              .put("role", "assistant");
      message.putArray("content");
      return message.putNull("stop_reason").putNull("stop_sequence");
    }

    private static ObjectNode usage(int output) {
      ObjectNode usage =
          Json.object()
              .put("input_tokens", ScriptedModel.INPUT_TOKENS - ScriptedModel.CACHED_TOKENS)
              .put("cache_creation_input_tokens", 0)
              .put("cache_read_input_tokens", ScriptedModel.CACHED_TOKENS);
      usage
          .putObject("cache_creation")
          .put("ephemeral_5m_input_tokens", 0)
          .put("ephemeral_1h_input_tokens", 0);
      return usage.put("output_tokens", output).put("service_tier", "standard");
    }

    @Override
    public ObjectNode body(Answer answer) {
      ObjectNode body = message();
      ArrayNode content = (ArrayNode) body.path("content");
      if (!answer.thinking().isEmpty()) {
        content
            .addObject()
            .put("type", "thinking")
            .put("thinking", answer.thinking())
            .put("signature", "c2lnbmVk");
      }
      if (!answer.text().isEmpty()) {
        content.addObject().put("type", "text").put("text", answer.text());
      }
      for (Ask.Call call : answer.calls()) {
        opening(content.addObject(), call).set("input", read(call.arguments()));
      }
      stop(body, answer);
      body.set("usage", usage(ScriptedModel.OUTPUT_TOKENS));
      return body;
    }

    private static ObjectNode opening(ObjectNode block, Ask.Call call) {
      return block
          .put("type", "tool_use")
          .put("id", call.id().replace("call_", "toolu_"))
          .put("name", call.name());
    }

    private void stop(ObjectNode node, Answer answer) {
      switch (answer.finish()) {
        case STOP -> node.put("stop_reason", "end_turn").putNull("stop_sequence");
        case STOP_SEQUENCE ->
            node.put("stop_reason", "stop_sequence")
                .put("stop_sequence", asked.at("/stop_sequences/0").asText());
        case LENGTH -> node.put("stop_reason", "max_tokens").putNull("stop_sequence");
        case TOOL_CALLS -> node.put("stop_reason", "tool_use").putNull("stop_sequence");
      }
    }

    @Override
    public List<String> events(Answer answer) {
      List<String> events = new ArrayList<>();
      ObjectNode start = Json.object().put("type", "message_start");
      start.set("message", message().set("usage", usage(1)));
      events.add(named(start));
      int index = 0;
      if (!answer.thinking().isEmpty()) {
        addThinking(events, index++, answer.thinking());
      }
      if (!answer.text().isEmpty()) {
        addText(events, index++, answer.pieces());
      }
      for (Ask.Call call : answer.calls()) {
        addCall(events, index++, call);
      }
      ObjectNode end = Json.object().put("type", "message_delta");
      stop(end.putObject("delta"), answer);
      end.putObject("usage").put("output_tokens", ScriptedModel.OUTPUT_TOKENS);
      events.add(named(end));
      events.add(named(Json.object().put("type", "message_stop")));
      return events;
    }

    private static void addThinking(List<String> events, int index, String thinking) {
      ObjectNode block = Json.object().put("type", "thinking");
      events.add(start(index, block.put("thinking", "").put("signature", "")));
      ObjectNode delta = Json.object().put("type", "thinking_delta");
      events.add(delta(index, delta.put("thinking", thinking)));
      ObjectNode signature = Json.object().put("type", "signature_delta");
      events.add(delta(index, signature.put("signature", "c2lnbmVk")));
      events.add(stop(index));
    }

    private static void addText(List<String> events, int index, List<String> pieces) {
      events.add(start(index, Json.object().put("type", "text").put("text", "")));
      events.add("event: ping\ndata: {\"type\": \"ping\"}\n\n");
      for (String piece : pieces) {
        events.add(delta(index, Json.object().put("type", "text_delta").put("text", piece)));
      }
      events.add(stop(index));
    }

    private static void addCall(List<String> events, int index, Ask.Call call) {
      ObjectNode block = opening(Json.object(), call);
      block.putObject("input");
      events.add(start(index, block));
      events.add(json(index, ""));
      halves(call.arguments()).forEach(half -> events.add(json(index, half)));
      events.add(stop(index));
    }

    private static String json(int index, String partial) {
      ObjectNode delta = Json.object().put("type", "input_json_delta");
      return delta(index, delta.put("partial_json", partial));
    }

    private static String start(int index, ObjectNode block) {
      ObjectNode event = Json.object().put("type", "content_block_start").put("index", index);
      return named(event.set("content_block", block));
    }

    private static String delta(int index, ObjectNode delta) {
      ObjectNode event = Json.object().put("type", "content_block_delta").put("index", index);
      return named(event.set("delta", delta));
    }

    private static String stop(int index) {
      return named(Json.object().put("type", "content_block_stop").put("index", index));
    }
  }

  /** A tree from its text. */
  static JsonNode read(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
