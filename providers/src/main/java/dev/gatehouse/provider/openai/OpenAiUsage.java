package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Usage;
import java.util.Optional;

/** Reads OpenAI's {@code usage} object and the spellings of it that compatible servers use. */
final class OpenAiUsage {
  private OpenAiUsage() {}

  /** The usage of an answer or chunk; empty where it has none. */
  static Optional<Usage> read(JsonNode answer) {
    JsonNode usage = answer.path("usage");
    return usage.isObject() ? Optional.of(usage(usage)) : Optional.empty();
  }

  private static Usage usage(JsonNode usage) {
    long input = count(usage.path("prompt_tokens"));
    long cached = count(usage.path("prompt_tokens_details").path("cached_tokens"));
    if (cached == 0) { // DeepSeek's spelling
      cached = count(usage.path("prompt_cache_hit_tokens"));
    }
    long reasoning = count(usage.path("completion_tokens_details").path("reasoning_tokens"));
    return new Usage(
        input, count(usage.path("completion_tokens")), Math.min(cached, input), 0, reasoning);
  }

  private static long count(JsonNode value) {
    return Math.max(0, value.asLong(0));
  }
}
