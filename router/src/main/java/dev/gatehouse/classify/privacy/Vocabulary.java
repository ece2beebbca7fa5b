package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.secrets.SecretRule;
import java.util.List;

/**
 * What a customer adds to the classifier.
 *
 * @param words names of clients and projects, each of two characters or more
 * @param secretRules rules for keys of the customer's own
 * @param recognizers asked about every text, each with a name of its own
 */
public record Vocabulary(
    List<String> words, List<SecretRule> secretRules, List<EntityRecognizer> recognizers) {

  /** Nothing. */
  public static final Vocabulary NONE = new Vocabulary(List.of(), List.of());

  /** Copies all. */
  public Vocabulary {
    words = List.copyOf(words);
    secretRules = List.copyOf(secretRules);
    recognizers = List.copyOf(recognizers);
  }

  /** Without recognisers. */
  public Vocabulary(List<String> words, List<SecretRule> secretRules) {
    this(words, secretRules, List.of());
  }
}
