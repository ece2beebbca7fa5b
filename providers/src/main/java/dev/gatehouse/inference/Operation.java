package dev.gatehouse.inference;

import java.util.Locale;

/** What a model is asked to do (OpenTelemetry's {@code gen_ai.operation.name}). */
public enum Operation {
  /** The next turn of a conversation. */
  CHAT,
  /** The continuation of a text. */
  TEXT_COMPLETION,
  /** Vectors that stand for texts. */
  EMBEDDINGS,
  /** How long a prompt is: nothing is generated and nothing charged. */
  COUNT_TOKENS;

  /** OpenTelemetry's word, as in {@code text_completion}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
