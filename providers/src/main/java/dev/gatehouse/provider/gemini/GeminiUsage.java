package dev.gatehouse.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Usage;

/**
 * Reads {@code usageMetadata}. Gemini counts cached tokens in the prompt, and thoughts and the
 * prompts of its own tools beside everything; we count thoughts in the output, and those prompts in
 * the input.
 */
final class GeminiUsage {

  /** More tokens than any answer has; a larger count is no count. */
  private static final long MOST_TOKENS = 1_000_000_000L;

  private GeminiUsage() {}

  static Usage read(JsonNode counts) {
    long input = count(counts, "promptTokenCount") + count(counts, "toolUsePromptTokenCount");
    long thoughts = count(counts, "thoughtsTokenCount");
    long output = count(counts, "candidatesTokenCount") + thoughts;
    long cached = Math.min(input, count(counts, "cachedContentTokenCount"));
    long audioIn =
        audio(counts.path("promptTokensDetails"))
            + audio(counts.path("toolUsePromptTokensDetails"));
    long audioOut = audio(counts.path("candidatesTokensDetails"));
    return new Usage(input, output, cached, 0, thoughts)
        .withAudio(Math.min(audioIn, input), Math.min(audioOut, output));
  }

  private static long audio(JsonNode details) {
    long tokens = 0;
    for (JsonNode detail : details) {
      if (detail.path("modality").asText("").equals("AUDIO")) {
        tokens += count(detail, "tokenCount");
      }
    }
    return tokens;
  }

  private static long count(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isIntegralNumber() && value.canConvertToLong()
        ? Math.clamp(value.longValue(), 0, MOST_TOKENS)
        : 0;
  }
}
