package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the text and the reasoning of a delta or a message, in the spellings of the servers that
 * speak OpenAI's protocol.
 */
final class DeltaReader {
  private DeltaReader() {}

  /** What is said to the user. Mistral gives an array of parts where its model thinks. */
  static String text(JsonNode delta) {
    JsonNode content = delta.path("content");
    return content.isArray() ? parts(content, "text", "text") : string(content);
  }

  /**
   * What the model thinks: {@code reasoning_content} (DeepSeek, Zhipu, vLLM), {@code reasoning}
   * (Groq, OpenRouter), OpenRouter's {@code reasoning_details}, Mistral's thinking parts.
   */
  static String thinking(JsonNode delta) {
    for (String field : new String[] {"reasoning_content", "reasoning"}) {
      if (!string(delta.path(field)).isEmpty()) {
        return string(delta.path(field));
      }
    }
    JsonNode details = delta.path("reasoning_details");
    String detailed =
        parts(details, "reasoning.summary", "summary") + parts(details, "reasoning.text", "text");
    return detailed.isEmpty() ? mistral(delta.path("content")) : detailed;
  }

  private static String mistral(JsonNode content) {
    StringBuilder all = new StringBuilder();
    for (JsonNode part : content) {
      JsonNode thinking = part.path("thinking");
      all.append(thinking.isArray() ? parts(thinking, "text", "text") : string(thinking));
    }
    return all.toString();
  }

  /** The model's words for declining. */
  static String refusal(JsonNode delta) {
    return string(delta.path("refusal"));
  }

  private static String parts(JsonNode parts, String type, String field) {
    StringBuilder all = new StringBuilder();
    for (JsonNode part : parts) {
      if (part.path("type").asText("").equals(type)) {
        all.append(string(part.path(field)));
      }
    }
    return all.toString();
  }

  private static String string(JsonNode node) {
    return node.isTextual() ? node.textValue() : "";
  }
}
