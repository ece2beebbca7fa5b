package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.secrets.SecretRule;
import java.util.List;

/**
 * What a customer adds to the classifier.
 *
 * @param words names of clients and projects, each of two characters or more
 * @param secretRules rules for keys of the customer's own
 */
public record Vocabulary(List<String> words, List<SecretRule> secretRules) {

  /** Nothing. */
  public static final Vocabulary NONE = new Vocabulary(List.of(), List.of());

  /** Copies both. */
  public Vocabulary {
    words = List.copyOf(words);
    secretRules = List.copyOf(secretRules);
  }
}
