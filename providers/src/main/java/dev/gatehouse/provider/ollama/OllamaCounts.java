package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Usage;
import java.time.Duration;

/** Counts and durations of an answer's last line; the server leaves out what is zero. */
final class OllamaCounts {
  private OllamaCounts() {}

  static Usage usage(JsonNode lastLine) {
    return Usage.of(promptTokens(lastLine), count(lastLine, "eval_count"));
  }

  /** Tokens of the prompt, cached ones included; 0 where it was not counted. */
  static long promptTokens(JsonNode lastLine) {
    return count(lastLine, "prompt_eval_count");
  }

  /** What bringing the model into memory took. */
  static Duration load(JsonNode lastLine) {
    return Duration.ofNanos(count(lastLine, "load_duration"));
  }

  /**
   * Where the time went. The server tells its queue in no field: it is what the total has beyond
   * the rest.
   */
  static OllamaTimings.Answer timing(
      String modelReference, Duration queuedHere, JsonNode lastLine) {
    long load = count(lastLine, "load_duration");
    long prompt = count(lastLine, "prompt_eval_duration");
    long answer = count(lastLine, "eval_duration");
    long rest = count(lastLine, "total_duration") - load - prompt - answer;
    return new OllamaTimings.Answer(
        modelReference,
        queuedHere,
        Duration.ofNanos(Math.max(0, rest)),
        Duration.ofNanos(load),
        Duration.ofNanos(prompt),
        Duration.ofNanos(answer));
  }

  private static long count(JsonNode line, String field) {
    return Math.max(0, line.path(field).asLong(0));
  }
}
