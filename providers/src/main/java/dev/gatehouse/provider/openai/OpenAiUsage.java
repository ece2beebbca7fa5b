package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Usage;
import java.util.Optional;

/** Reads OpenAI's {@code usage} object and the spellings of it that compatible servers use. */
final class OpenAiUsage {
  private OpenAiUsage() {}

  /** More tokens than any answer has; a larger count is no count. */
  private static final long MOST_TOKENS = 1_000_000_000L;

  /** The usage of an answer or chunk; empty where it has none that can be. */
  static Optional<Usage> read(JsonNode answer) {
    JsonNode usage = answer.path("usage");
    boolean counted =
        isCount(usage.path("prompt_tokens")) && isCount(usage.path("completion_tokens"));
    return counted ? Optional.of(usage(usage)) : Optional.empty();
  }

  static boolean isCount(JsonNode value) {
    return value.isIntegralNumber()
        && value.canConvertToLong()
        && value.longValue() >= 0
        && value.longValue() <= MOST_TOKENS;
  }

  private static Usage usage(JsonNode usage) {
    long input = usage.path("prompt_tokens").longValue();
    long output = usage.path("completion_tokens").longValue();
    long cached = count(usage.path("prompt_tokens_details").path("cached_tokens"));
    if (cached == 0) { // DeepSeek's spelling
      cached = count(usage.path("prompt_cache_hit_tokens"));
    }
    long reasoning = count(usage.path("completion_tokens_details").path("reasoning_tokens"));
    return new Usage(input, output, Math.min(cached, input), 0, Math.min(reasoning, output));
  }

  static long count(JsonNode value) {
    return isCount(value) ? value.longValue() : 0;
  }
}
