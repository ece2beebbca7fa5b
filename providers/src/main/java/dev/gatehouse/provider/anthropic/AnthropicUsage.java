package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import java.util.Optional;

/**
 * Counts tokens as Anthropic tells them: in a stream first at its begin and then, more exactly, at
 * its end. One object a call.
 */
final class AnthropicUsage {

  /** More tokens than any answer has; a larger count is no count. */
  private static final long MOST_TOKENS = 1_000_000_000L;

  private final ObjectNode counts = Json.object();

  /** Takes note of a {@code usage} object; what it does not name stays as it was. */
  void note(JsonNode usage) {
    usage.properties().stream()
        .filter(entry -> !entry.getValue().isNull())
        .forEach(entry -> counts.set(entry.getKey(), entry.getValue()));
  }

  /**
   * The counts so far; empty while there are none. Anthropic counts cached tokens beside the input,
   * we count them in it.
   */
  Optional<Usage> usage() {
    if (!counts.has("input_tokens") && !counts.has("output_tokens")) {
      return Optional.empty();
    }
    long read = count(counts, "cache_read_input_tokens");
    long created = count(counts, "cache_creation_input_tokens");
    long output = count(counts, "output_tokens");
    long thought = count(counts.path("output_tokens_details"), "thinking_tokens");
    long hour = count(counts.path("cache_creation"), "ephemeral_1h_input_tokens");
    return Optional.of(
        new Usage(
                count(counts, "input_tokens") + read + created,
                output,
                read,
                created,
                Math.min(thought, output))
            .withCacheCreation1h(Math.min(hour, created)));
  }

  private static long count(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.canConvertToLong() && value.isIntegralNumber()
        ? Math.clamp(value.longValue(), 0, MOST_TOKENS)
        : 0;
  }
}
