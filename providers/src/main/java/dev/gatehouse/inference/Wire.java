package dev.gatehouse.inference;

/**
 * A vendor's HTTP protocol for one operation. Where the caller's is the upstream's, the call takes
 * the faithful lane.
 */
public enum Wire {
  /** OpenAI's {@code POST /v1/chat/completions}. */
  OPENAI_CHAT,
  /** Ollama's {@code POST /api/chat}. */
  OLLAMA_CHAT,
  /** Anthropic's {@code POST /v1/messages}. */
  ANTHROPIC_MESSAGES,
  /** Gemini's {@code generateContent}. */
  GEMINI_GENERATE
}
