package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.provider.Model;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A model file in memory, as {@code /api/ps} tells it.
 *
 * @param contextTokens context length it runs with, a slot; 0 means that an older server does not
 *     say
 * @param memoryBytes weights, cache and buffers of all slots
 * @param videoMemoryBytes those of {@code memoryBytes} that are on the GPU; 0 means none
 * @param expires when it is unloaded unless it is used; empty means never or not told
 */
record OllamaRunner(
    int contextTokens, long memoryBytes, long videoMemoryBytes, Optional<Instant> expires) {

  /** {@code keep_alive: -1} is told as a time some 292 years ahead. */
  private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");

  static OllamaRunner read(JsonNode entry) {
    return new OllamaRunner(
        Math.max(0, entry.path("context_length").asInt(0)),
        Math.max(0, entry.path("size").asLong(0)),
        Math.max(0, entry.path("size_vram").asLong(0)),
        expires(entry.path("expires_at").asText("")));
  }

  private static Optional<Instant> expires(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant())
          .filter(instant -> instant.isBefore(NEVER));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  Model.Loaded facts() {
    return new Model.Loaded(
        contextTokens > 0 ? OptionalInt.of(contextTokens) : OptionalInt.empty(),
        memoryBytes > 0 ? OptionalLong.of(memoryBytes) : OptionalLong.empty(),
        memoryBytes > 0 ? OptionalLong.of(videoMemoryBytes) : OptionalLong.empty(),
        expires);
  }
}
