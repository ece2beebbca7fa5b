package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.FinishReason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads what the gateway must know of an answer or chunk, whichever way it is handed on. */
final class AnswerReader {
  private static final String DONE = "[DONE]";

  private AnswerReader() {}

  /** Whether an event's data is the mark that ends a stream. */
  static boolean isDone(byte[] data) {
    return data.length <= DONE.length() + 2
        && new String(data, StandardCharsets.UTF_8).strip().equals(DONE);
  }

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

  /**
   * How many characters of model output an answer's messages, a chunk's deltas or a completion's
   * texts carry.
   */
  static int outputCharacters(JsonNode answer) {
    int characters = 0;
    for (JsonNode choice : answer.path("choices")) {
      characters += choice.path("text").asText("").length();
      characters += piece(choice.has("delta") ? choice.path("delta") : choice.path("message"));
    }
    return characters;
  }

  private static int piece(JsonNode piece) {
    int characters =
        DeltaReader.text(piece).length()
            + DeltaReader.thinking(piece).length()
            + DeltaReader.refusal(piece).length();
    for (JsonNode call : piece.path("tool_calls")) {
      JsonNode called = call.has("custom") ? call.path("custom") : call.path("function");
      characters += called.path("name").asText("").length();
      characters += called.path("arguments").asText("").length();
      characters += called.path("input").asText("").length();
    }
    return characters;
  }
}
