package dev.gatehouse.benchmarks;

/** What is asked, everywhere. */
final class Question {
  /** About 1 KB without anything private; {@code %NEW%} in it is to be replaced. */
  static final String TEXT = Resources.text("question.txt").strip();

  private Question() {}
}
