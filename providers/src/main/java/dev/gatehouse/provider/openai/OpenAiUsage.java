package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Usage;
import java.util.Optional;

/** Reads OpenAI's {@code usage} object and the spellings of it that compatible servers use. */
final class OpenAiUsage {
  /** More tokens than any answer has; a larger count is no count. */
  private static final long MOST_TOKENS = 1_000_000_000L;

  private OpenAiUsage() {}

  /** The usage of an answer or chunk; empty where it has none that can be. */
  static Optional<Usage> read(JsonNode answer) {
    JsonNode usage = answer.path("usage");
    JsonNode found = usage.isObject() ? usage : answer.path("x_groq").path("usage");
    boolean counted =
        isCount(found.path("prompt_tokens")) && isCount(found.path("completion_tokens"));
    return counted ? Optional.of(usage(found)) : Optional.empty();
  }

  /** The usage of an answer that has vectors alone; empty where it has none that can be. */
  static Optional<Usage> ofEmbeddings(JsonNode answer) {
    JsonNode tokens = answer.path("usage").path("prompt_tokens");
    return isCount(tokens) ? Optional.of(Usage.of(tokens.longValue(), 0)) : Optional.empty();
  }

  static boolean isCount(JsonNode value) {
    return value.isIntegralNumber()
        && value.canConvertToLong()
        && value.longValue() >= 0
        && value.longValue() <= MOST_TOKENS;
  }

  private static Usage usage(JsonNode usage) {
    JsonNode prompt = usage.path("prompt_tokens_details");
    JsonNode completion = usage.path("completion_tokens_details");
    long input = usage.path("prompt_tokens").longValue();
    long output = usage.path("completion_tokens").longValue();
    long cached = Math.min(input, cached(usage));
    return new Usage(
            input,
            output,
            cached,
            Math.min(input - cached, count(prompt.path("cache_write_tokens"))),
            Math.min(output, count(completion.path("reasoning_tokens"))))
        .withAudio(
            Math.min(input, count(prompt.path("audio_tokens"))),
            Math.min(output, count(completion.path("audio_tokens"))));
  }

  /** OpenAI's spelling first, then DeepSeek's, Mistral's older one and Together's. */
  private static long cached(JsonNode usage) {
    JsonNode details = usage.path("prompt_tokens_details").path("cached_tokens");
    if (count(details) > 0) {
      return count(details);
    }
    return Math.max(
        count(usage.path("prompt_cache_hit_tokens")),
        Math.max(count(usage.path("num_cached_tokens")), count(usage.path("cached_tokens"))));
  }

  static long count(JsonNode value) {
    return isCount(value) ? value.longValue() : 0;
  }
}
