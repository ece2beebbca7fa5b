package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Watches one answer for what its end tells: why it ended, what it counted, and where the time
 * went, in nanoseconds. Up to the first piece the model reads the prompt, from then on it writes;
 * loading is not seen from here, so it takes no time of its own. No other time is zero: clients
 * divide by them.
 */
final class Ending {
  private final AnswerStart start;
  private @Nullable Instant firstPiece;
  private Usage usage = Usage.NONE;

  Ending(AnswerStart start) {
    this.start = start;
  }

  /** A piece has come. */
  void piece() {
    if (firstPiece == null) {
      firstPiece = start.clock().instant();
    }
  }

  void reported(Usage counted) {
    usage = counted;
  }

  void writeTo(ObjectNode answer, FinishReason reason) {
    Instant end = start.clock().instant();
    Instant first = firstPiece == null ? end : firstPiece;
    answer
        .put("done", true)
        .put("done_reason", word(reason))
        .put("total_duration", nanos(start.createdAt(), end))
        .put("load_duration", 0)
        .put("prompt_eval_count", usage.inputTokens())
        .put("prompt_eval_duration", nanos(start.createdAt(), first))
        .put("eval_count", usage.outputTokens())
        .put("eval_duration", nanos(first, end));
  }

  /** Tool calls end with "stop" as well. */
  private static String word(FinishReason reason) {
    return switch (reason) {
      case LENGTH -> "length";
      case STOP, TOOL_CALLS, CONTENT_FILTER -> "stop";
    };
  }

  static long nanos(Instant from, Instant to) {
    return Math.max(1, Duration.between(from, to).toNanos());
  }
}
