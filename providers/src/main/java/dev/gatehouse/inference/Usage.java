package dev.gatehouse.inference;

import java.util.stream.LongStream;

/**
 * Tokens of one answer (OpenTelemetry's {@code gen_ai.usage.*}).
 *
 * @param inputTokens all input tokens, cached ones included
 * @param outputTokens all output tokens, reasoning included
 * @param cacheReadInputTokens those of the input read from the upstream's cache
 * @param cacheCreationInputTokens those of the input written to it
 * @param reasoningOutputTokens those of the output that were reasoning
 * @param cacheCreation1hInputTokens those written to the cache for an hour; part of {@code
 *     cacheCreationInputTokens}
 * @param audioInputTokens those of the input that were sound
 * @param audioOutputTokens those of the output that were sound
 */
public record Usage(
    long inputTokens,
    long outputTokens,
    long cacheReadInputTokens,
    long cacheCreationInputTokens,
    long reasoningOutputTokens,
    long cacheCreation1hInputTokens,
    long audioInputTokens,
    long audioOutputTokens) {

  public static final Usage NONE = of(0, 0);

  public Usage {
    LongStream.of(
            inputTokens,
            outputTokens,
            cacheReadInputTokens,
            cacheCreationInputTokens,
            reasoningOutputTokens,
            cacheCreation1hInputTokens,
            audioInputTokens,
            audioOutputTokens)
        .filter(count -> count < 0)
        .findAny()
        .ifPresent(
            _ -> {
              throw new IllegalArgumentException("token counts must not be negative");
            });
  }

  /** Without sound, and nothing cached for an hour. */
  public Usage(
      long inputTokens,
      long outputTokens,
      long cacheReadInputTokens,
      long cacheCreationInputTokens,
      long reasoningOutputTokens) {
    this(
        inputTokens,
        outputTokens,
        cacheReadInputTokens,
        cacheCreationInputTokens,
        reasoningOutputTokens,
        0,
        0,
        0);
  }

  /** Input and output without caches or reasoning. */
  public static Usage of(long inputTokens, long outputTokens) {
    return new Usage(inputTokens, outputTokens, 0, 0, 0);
  }

  /** The same with no fewer output tokens than so many. */
  public Usage withOutputAtLeast(long tokens) {
    return new Usage(
        inputTokens,
        Math.max(outputTokens, tokens),
        cacheReadInputTokens,
        cacheCreationInputTokens,
        reasoningOutputTokens,
        cacheCreation1hInputTokens,
        audioInputTokens,
        audioOutputTokens);
  }

  /** The same with sound in it. */
  public Usage withAudio(long input, long output) {
    return new Usage(
        inputTokens,
        outputTokens,
        cacheReadInputTokens,
        cacheCreationInputTokens,
        reasoningOutputTokens,
        cacheCreation1hInputTokens,
        input,
        output);
  }

  /** The same with so many of the tokens written to the cache kept there for an hour. */
  public Usage withCacheCreation1h(long tokens) {
    return new Usage(
        inputTokens,
        outputTokens,
        cacheReadInputTokens,
        cacheCreationInputTokens,
        reasoningOutputTokens,
        tokens,
        audioInputTokens,
        audioOutputTokens);
  }
}
