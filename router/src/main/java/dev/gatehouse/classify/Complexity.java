package dev.gatehouse.classify;

/**
 * What a request asks for.
 *
 * @param difficulty 0 (any model does) to 1 (the best may fail)
 */
public record Complexity(Task task, double difficulty) {

  public Complexity {
    if (!(difficulty >= 0 && difficulty <= 1)) {
      throw new IllegalArgumentException("difficulty: expected 0 to 1, got " + difficulty);
    }
  }

  /** Kinds of work. */
  public enum Task {
    CHAT,
    EXTRACTION,
    CLASSIFICATION,
    SUMMARIZATION,
    TRANSLATION,
    REWRITING,
    QUESTION_ANSWERING,
    REASONING,
    MATH,
    CODE,
    CREATIVE
  }
}
