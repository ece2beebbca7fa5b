package dev.gatehouse.provider.ollama;

import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.provider.ChatCall;

/**
 * A call with what it needs of the model's context.
 *
 * @param estimate tokens of the prompt as estimated, on the high side
 * @param promptTokens bound of the prompt as learned, or the server's own count of it
 */
record OllamaCall(ChatCall call, OllamaModel model, int estimate, int promptTokens) {

  /** Room to answer in where the client sets no limit, in tokens. */
  private static final int USUAL_ANSWER = 4096;

  /** Never fewer, also where the bound of the prompt takes nearly all of the context. */
  private static final int SHORTEST_ANSWER = 128;

  /** A call whose prompt is counted in {@code lengths}'s way. */
  static OllamaCall of(ChatCall call, OllamaModel model, PromptLengths lengths) {
    int estimate = PromptEstimate.tokens(call.request()) + model.systemTokens();
    return new OllamaCall(call, model, estimate, lengths.bound(model.file().id(), estimate));
  }

  /** The same, now that the server has counted the prompt. */
  OllamaCall counted(int tokens) {
    return new OllamaCall(call, model, estimate, tokens);
  }

  /** Tokens of context for prompt and answer. */
  int neededTokens() {
    return (int) Math.min((long) promptTokens + wantedAnswer(), Integer.MAX_VALUE / 2);
  }

  private int wantedAnswer() {
    return options().maxOutputTokens().orElse(Math.min(USUAL_ANSWER, call.maxOutputTokens()));
  }

  /**
   * Longest answer to ask for: what the client allows, and no longer than the context is, because
   * beyond its end the server forgets the prompt's beginning without a word.
   */
  int answerTokens(int contextTokens) {
    int limit = options().maxOutputTokens().orElse(call.maxOutputTokens());
    return Math.max(1, Math.min(limit, Math.max(SHORTEST_ANSWER, contextTokens - promptTokens)));
  }

  private GenerationOptions options() {
    return call.request().options();
  }
}
