package dev.gatehouse.inference;

/** How much a model shall think before it answers. */
public sealed interface Reasoning {

  /** Not at all. */
  record Off() implements Reasoning {}

  /** As much as the model sees fit. */
  record On() implements Reasoning {}

  /**
   * About so much.
   *
   * @param level the vendors' word: {@code minimal}, {@code low}, {@code medium}, {@code high} ...
   */
  record Effort(String level) implements Reasoning {}

  /**
   * At most so many tokens.
   *
   * @param tokens at least 1
   */
  record Budget(int tokens) implements Reasoning {
    public Budget {
      if (tokens < 1) {
        throw new IllegalArgumentException("tokens: expected 1 or more, got " + tokens);
      }
    }
  }
}
