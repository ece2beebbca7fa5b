package dev.gatehouse.provider.ollama;

import java.time.Duration;

/**
 * One try of a call.
 *
 * @param contextTokens the context length to run with
 * @param patience longest wait for the first byte
 */
record OllamaAttempt(OllamaCall call, int contextTokens, Duration patience) {

  /** {@code options.num_predict}: always sent, because none or 0 means ten times the context. */
  int answerTokens() {
    return call.answerTokens(contextTokens);
  }

  /** Whether the count of the prompt shows that it was cut without a word. */
  boolean wasCut(long promptTokens) {
    return Truncation.shows(promptTokens, contextTokens, call.prompt().estimate());
  }
}
