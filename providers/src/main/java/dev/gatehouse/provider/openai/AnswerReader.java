package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.FinishReason;
import java.util.Optional;

/** Reads what the gateway must know of an answer or chunk that it relays. */
final class AnswerReader {
  private AnswerReader() {}

  /** Why the answer ended; empty while it has not. */
  static Optional<FinishReason> finishReason(JsonNode answer) {
    for (JsonNode choice : answer.path("choices")) {
      if (choice.path("finish_reason").isTextual()) {
        return Optional.of(finishReason(choice.path("finish_reason").textValue()));
      }
    }
    return Optional.empty();
  }

  private static FinishReason finishReason(String word) {
    return switch (word) {
      case "length", "max_tokens", "model_length" -> FinishReason.LENGTH;
      case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
      case "content_filter", "sensitive" -> FinishReason.CONTENT_FILTER;
      default -> FinishReason.STOP;
    };
  }

  /** How many characters of model output an answer's messages or a chunk's deltas carry. */
  static int outputCharacters(JsonNode answer) {
    int characters = 0;
    for (JsonNode choice : answer.path("choices")) {
      JsonNode piece = choice.has("delta") ? choice.path("delta") : choice.path("message");
      characters +=
          length(piece, "content")
              + length(piece, "reasoning_content")
              + length(piece, "reasoning");
      characters += length(piece, "refusal");
      for (JsonNode call : piece.path("tool_calls")) {
        characters +=
            length(call.path("function"), "name") + length(call.path("function"), "arguments");
      }
    }
    return characters;
  }

  private static int length(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.textValue().length() : 0;
  }
}
