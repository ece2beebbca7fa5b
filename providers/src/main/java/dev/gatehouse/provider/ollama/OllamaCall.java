package dev.gatehouse.provider.ollama;

import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EmbeddingsCall;
import java.util.Collections;
import java.util.List;

/**
 * A call with what it needs of the model's context.
 *
 * @param reference {@code provider/model}, for messages
 */
record OllamaCall(
    InferenceRequest request, String reference, OllamaModel model, Prompt prompt, Room room) {

  /** Room to answer in where the client sets no limit, in tokens. */
  private static final int USUAL_ANSWER = 4096;

  /** Never fewer, also where the bound of the prompt takes nearly all of the context. */
  private static final int SHORTEST_ANSWER = 128;

  private static final int MOST_TOKENS = Integer.MAX_VALUE / 2;

  /**
   * How long a prompt is, in tokens.
   *
   * @param estimate on the high side
   * @param bound as learned from the model's other prompts, or the server's own count
   * @param text whether the estimate rests on text alone, so that a count says how good it is
   */
  record Prompt(int estimate, int bound, boolean text) {}

  /**
   * How long an answer may be, in tokens.
   *
   * @param wanted what must fit behind the prompt
   * @param limit the most that is ever asked for
   */
  record Room(int wanted, int limit) {}

  static OllamaCall of(ChatCall call, OllamaModel model, PromptLengths lengths) {
    ChatRequest request = call.request();
    int estimate =
        PromptEstimate.tokens(request)
            + model.systemTokens()
            + request.body().tree().path("context").size(); // of /api/generate: earlier tokens
    int bound = lengths.bound(model.file().id(), estimate);
    int limit = request.options().maxOutputTokens().orElse(call.maxOutputTokens());
    int wanted = request.options().maxOutputTokens().orElse(Math.min(USUAL_ANSWER, limit));
    return new OllamaCall(
        request,
        call.model().reference(),
        model,
        new Prompt(estimate, bound, PromptEstimate.isOfText(request)),
        new Room(wanted, limit));
  }

  /** Each text of a batch is read for itself: the longest must fit. */
  static OllamaCall of(EmbeddingsCall call, OllamaModel model, PromptLengths lengths) {
    EmbeddingsRequest request = call.request();
    List<Integer> each = request.inputs().stream().map(PromptEstimate::tokens).toList();
    long all = each.stream().mapToLong(Integer::longValue).sum();
    int longest = lengths.bound(model.file().id(), Collections.max(each));
    return new OllamaCall(
        request,
        call.model().reference(),
        model,
        new Prompt((int) Math.min(all, MOST_TOKENS), longest, true),
        new Room(0, 0));
  }

  /** The same, now that the server has counted the prompt. */
  OllamaCall counted(int tokens) {
    Prompt counted = new Prompt(prompt.estimate(), tokens, prompt.text());
    return new OllamaCall(request, reference, model, counted, room);
  }

  /** Whether the caller speaks Ollama's own protocol. */
  static boolean isOllamas(Wire wire) {
    return switch (wire) {
      case OLLAMA_CHAT, OLLAMA_GENERATE, OLLAMA_EMBED, OLLAMA_EMBEDDINGS -> true;
      case OPENAI_CHAT, OPENAI_COMPLETIONS, OPENAI_RESPONSES, OPENAI_EMBEDDINGS -> false;
      case ANTHROPIC_MESSAGES, ANTHROPIC_COUNT_TOKENS -> false;
    };
  }

  /** Tokens of context for prompt and answer, and no fewer than an Ollama client asks for. */
  int neededTokens() {
    long needed = (long) prompt.bound() + room.wanted();
    return (int) Math.min(Math.max(needed, askedContext()), MOST_TOKENS);
  }

  private int askedContext() {
    return isOllamas(request.wire())
        ? request.body().tree().path("options").path("num_ctx").asInt(0)
        : 0;
  }

  /**
   * Longest answer to ask for: what the client allows, and no longer than the context is, because
   * beyond its end the server forgets the prompt's beginning without a word.
   */
  int answerTokens(int contextTokens) {
    int left = Math.max(SHORTEST_ANSWER, contextTokens - prompt.bound());
    return Math.max(1, Math.min(room.limit(), left));
  }
}
