package dev.gatehouse.inference;

/**
 * Tokens of one answer (OpenTelemetry's {@code gen_ai.usage.*}).
 *
 * @param inputTokens all input tokens, cached ones included
 * @param outputTokens all output tokens, reasoning included
 * @param cacheReadInputTokens those of the input read from the upstream's cache
 * @param cacheCreationInputTokens those of the input written to it
 * @param reasoningOutputTokens those of the output that were reasoning
 */
public record Usage(
    long inputTokens,
    long outputTokens,
    long cacheReadInputTokens,
    long cacheCreationInputTokens,
    long reasoningOutputTokens) {

  public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

  public Usage {
    if (inputTokens < 0
        || outputTokens < 0
        || cacheReadInputTokens < 0
        || cacheCreationInputTokens < 0
        || reasoningOutputTokens < 0) {
      throw new IllegalArgumentException("token counts must not be negative");
    }
  }

  /** Input and output without caches or reasoning. */
  public static Usage of(long inputTokens, long outputTokens) {
    return new Usage(inputTokens, outputTokens, 0, 0, 0);
  }
}
