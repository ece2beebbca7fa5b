package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The trace of a prompt that the server cut in two without a word, as it does where {@code
 * truncate:false} means nothing to it (older servers, servers in between).
 */
final class Truncation {
  /** {@code num_keep}: tokens of the prompt's beginning that are kept. */
  private static final int KEPT = 4;

  private Truncation() {}

  /**
   * Whether an answer of {@code /api/generate} shows it: its {@code context} has the tokens of the
   * whole prompt and of the answer, its count those of the prompt that was read.
   */
  static boolean shownByContext(JsonNode lastLine, int contextTokens) {
    long whole = lastLine.path("context").size() - lastLine.path("eval_count").asLong(0);
    long read = OllamaCounts.promptTokens(lastLine);
    return read > 0 && whole > contextTokens && read < whole / 2;
  }

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
