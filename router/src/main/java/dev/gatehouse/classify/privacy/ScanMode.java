package dev.gatehouse.classify.privacy;

/** How a string of a document is read. */
enum ScanMode {
  /** By every detector. */
  WHOLE,
  /** What a vendor sealed of its own model's reasoning: unreadable data is no finding in it. */
  SEALED,
  /**
   * The name of the model that is asked: a name of nobody, and what is not the name of a model on
   * offer goes nowhere. Many models bear people's names.
   */
  MODEL_NAME
}
