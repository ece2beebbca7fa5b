package dev.gatehouse.provider.ollama;

/**
 * The trace of a prompt that the server cut in two without a word, as it does where {@code
 * truncate:false} means nothing to it (older servers, servers in between).
 */
final class Truncation {
  /** {@code num_keep}: tokens of the prompt's beginning that are kept. */
  private static final int KEPT = 4;

  private Truncation() {}

  /**
   * Whether the count of a prompt is that of one cut to half the context, of which its estimate is
   * above the whole.
   *
   * @param promptTokens what the server counted
   * @param estimate what the prompt was estimated at
   */
  static boolean shows(long promptTokens, int contextTokens, int estimate) {
    int half = contextTokens - (contextTokens - KEPT) / 2;
    boolean counted = promptTokens == half || promptTokens == half + 1; // one more with a BOS token
    return counted && contextTokens > KEPT && estimate > contextTokens;
  }
}
