package dev.gatehouse.inference;

/**
 * A vendor's HTTP protocol for one operation. Where the caller's is the upstream's, the call takes
 * the faithful lane.
 */
public enum Wire {
  /** OpenAI's {@code POST /v1/chat/completions}. */
  OPENAI_CHAT(Operation.CHAT),
  /** OpenAI's legacy {@code POST /v1/completions}. */
  OPENAI_COMPLETIONS(Operation.TEXT_COMPLETION),
  /** OpenAI's {@code POST /v1/responses}. */
  OPENAI_RESPONSES(Operation.CHAT),
  /** OpenAI's {@code POST /v1/embeddings}. */
  OPENAI_EMBEDDINGS(Operation.EMBEDDINGS),
  /** Anthropic's {@code POST /v1/messages}. */
  ANTHROPIC_MESSAGES(Operation.CHAT),
  /** Anthropic's {@code POST /v1/messages/count_tokens}. */
  ANTHROPIC_COUNT_TOKENS(Operation.COUNT_TOKENS),
  /** Ollama's {@code POST /api/chat}. */
  OLLAMA_CHAT(Operation.CHAT),
  /** Ollama's {@code POST /api/generate}. */
  OLLAMA_GENERATE(Operation.TEXT_COMPLETION),
  /** Ollama's {@code POST /api/embed}. */
  OLLAMA_EMBED(Operation.EMBEDDINGS),
  /** Ollama's legacy {@code POST /api/embeddings}. */
  OLLAMA_EMBEDDINGS(Operation.EMBEDDINGS);

  private final Operation operation;

  Wire(Operation operation) {
    this.operation = operation;
  }

  /** What is asked for over this wire. */
  public Operation operation() {
    return operation;
  }
}
