package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.openai.responses.StoredResponses.Item;
import dev.gatehouse.json.Json;

/** An input item as OpenAI lists it: with its id, its type, and its content in parts. */
final class InputItem {
  private InputItem() {}

  static ObjectNode of(Item item) {
    JsonNode written = item.json();
    ObjectNode listed =
        Json.object().put("id", item.id()).put("type", written.path("type").asText("message"));
    if (!written.path("type").asText().equals("reasoning")) {
      listed.put("status", written.path("status").asText("completed"));
    }
    written
        .properties()
        .forEach(member -> listed.putIfAbsent(member.getKey(), member.getValue().deepCopy()));
    if (listed.path("type").textValue().equals("message")) {
      listed.set("content", content(written));
    }
    return listed;
  }

  private static ArrayNode content(JsonNode message) {
    boolean models = message.path("role").asText().equals("assistant");
    ArrayNode parts = Json.array();
    if (message.path("content").isTextual()) {
      ObjectNode text = Json.object().put("type", models ? "output_text" : "input_text");
      parts.add(complete(text.set("text", message.path("content"))));
    }
    for (JsonNode part : message.path("content")) {
      parts.add(complete(part.deepCopy()));
    }
    return parts;
  }

  private static ObjectNode complete(ObjectNode part) {
    switch (part.path("type").asText()) {
      case "output_text" -> {
        part.putIfAbsent("annotations", Json.array());
        part.putIfAbsent("logprobs", Json.array());
      }
      case "input_image" -> {
        if (!part.hasNonNull("detail")) {
          part.put("detail", "auto");
        }
      }
      default -> {}
    }
    return part;
  }
}
