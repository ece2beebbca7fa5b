package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.langchain.Asked;
import java.util.List;

/** A recorded answer of Anthropic's, whole or as a stream. */
final class RecordedMessage {
  private static final List<String> TEXTS = List.of("text", "thinking", "signature");

  private RecordedMessage() {}

  /** The message that a recorded answer is, put together if it came as a stream. */
  static JsonNode whole(JsonNode response) {
    if (!response.isTextual()) {
      return response;
    }
    ObjectNode message = Json.object();
    for (String line : response.textValue().split("\n", -1)) {
      if (line.startsWith("data:")) {
        add(message, Asked.json(line.substring(5)));
      }
    }
    return message;
  }

  private static void add(ObjectNode message, JsonNode event) {
    switch (event.path("type").asText()) {
      case "message_start" -> message.setAll((ObjectNode) event.path("message"));
      case "content_block_start" ->
          ((ArrayNode) message.path("content")).add(event.path("content_block"));
      case "content_block_delta" ->
          extend(
              (ObjectNode) message.path("content").path(event.path("index").asInt()),
              event.path("delta"));
      case "message_delta" -> {
        message.setAll((ObjectNode) event.path("delta"));
        ((ObjectNode) message.path("usage")).setAll((ObjectNode) event.path("usage"));
      }
      default -> {}
    }
  }

  private static void extend(ObjectNode block, JsonNode delta) {
    for (String name : TEXTS) {
      if (delta.has(name)) {
        block.put(name, block.path(name).asText("") + delta.path(name).asText());
      }
    }
  }

  /** The answer as Anthropic would have streamed it, each block in one piece. */
  static String stream(JsonNode message) {
    StringBuilder stream = new StringBuilder();
    ObjectNode head = message.deepCopy();
    head.putArray("content");
    head.putNull("stop_reason");
    append(stream, Json.object().put("type", "message_start").set("message", head));
    for (int i = 0; i < message.path("content").size(); i++) {
      appendBlock(stream, i, message.path("content").path(i));
    }
    ObjectNode end = Json.object().put("type", "message_delta");
    end.putObject("delta")
        .<ObjectNode>set("stop_reason", message.path("stop_reason"))
        .set("stop_sequence", message.path("stop_sequence"));
    append(stream, end.set("usage", message.path("usage")));
    append(stream, Json.object().put("type", "message_stop"));
    return stream.toString();
  }

  private static void appendBlock(StringBuilder stream, int index, JsonNode block) {
    ObjectNode start = block.deepCopy();
    TEXTS.stream().filter(start::has).forEach(name -> start.put(name, ""));
    if (start.has("input")) {
      start.putObject("input");
    }
    append(stream, ofBlock("content_block_start", index).set("content_block", start));
    for (String name : TEXTS) {
      if (block.has(name)) {
        appendDelta(
            stream, index, Json.object().put("type", name + "_delta").set(name, block.path(name)));
      }
    }
    if (block.has("input")) {
      appendDelta(
          stream,
          index,
          Json.object()
              .put("type", "input_json_delta")
              .put("partial_json", block.path("input").toString()));
    }
    append(stream, ofBlock("content_block_stop", index));
  }

  private static void appendDelta(StringBuilder stream, int index, JsonNode delta) {
    append(stream, ofBlock("content_block_delta", index).set("delta", delta));
  }

  private static ObjectNode ofBlock(String type, int index) {
    return Json.object().put("type", type).put("index", index);
  }

  private static void append(StringBuilder stream, JsonNode event) {
    stream.append("event: ").append(event.path("type").asText());
    stream.append("\ndata: ").append(event).append("\n\n");
  }

  /** What it says to a client of any dialect: thoughts, text, calls, why it ended. */
  static JsonNode meaning(JsonNode message) {
    ObjectNode meaning = Json.object();
    for (JsonNode block : message.path("content")) {
      switch (block.path("type").asText()) {
        case "text" -> add(meaning, "text", block.path("text"));
        case "thinking" -> {
          add(meaning, "thinking", block.path("thinking"));
          add(meaning, "signature", block.path("signature"));
        }
        case "redacted_thinking" -> add(meaning, "redacted", block.path("data"));
        case "tool_use" -> {
          ObjectNode call = meaning.withArray("/calls").addObject();
          call.set("id", block.path("id"));
          call.set("name", block.path("name"));
          call.set("arguments", block.path("input"));
        }
        default -> {}
      }
    }
    String end = message.path("stop_reason").asText();
    return meaning.put("end", end.equals("tool_use") ? "TOOL_CALLS" : "STOP");
  }

  private static void add(ObjectNode meaning, String name, JsonNode piece) {
    if (!piece.asText("").isEmpty()) {
      meaning.put(name, meaning.path(name).asText("") + piece.asText());
    }
  }
}
