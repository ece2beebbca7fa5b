package dev.gatehouse.classify.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.privacy.text.Alphabet;

/**
 * Knows the members in which a client gives back what a vendor sealed of its own model's reasoning:
 * {@code encrypted_content} of OpenAI's reasoning items, {@code signature} and {@code data} of
 * Anthropic's thinking blocks.
 *
 * <p>Such a member is long base64, which elsewhere is data that nobody can read. Here the vendor
 * wrote it, about a conversation that stands in the same request and is scanned there; to hold it
 * back would end every conversation with a model that reasons at its second turn.
 */
final class ReasoningProof {
  private ReasoningProof() {}

  /** Whether a member of an object is such a seal: in its place, and nothing but base64. */
  static boolean is(JsonNode object, String name, JsonNode value) {
    return value.isTextual()
        && name.equals(member(object.path("type").asText()))
        && isBase64(value.textValue());
  }

  private static String member(String type) {
    return switch (type) {
      case "reasoning" -> "encrypted_content";
      case "thinking" -> "signature";
      case "redacted_thinking" -> "data";
      default -> "";
    };
  }

  private static boolean isBase64(String text) {
    return Alphabet.ANY_BASE64.runEnd(text, 0, Integer.MAX_VALUE) == text.length();
  }
}
