package dev.gatehouse.classify.privacy.text;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.config.PrivacyClass;

/**
 * What a detector says it found.
 *
 * @param type what the value is
 * @param name the rule's own name, as in {@code card-luhn}
 */
public record Rule(FindingType type, String name, PrivacyClass privacyClass) {

  /** Of a key, token or password. */
  public static Rule secret(String name) {
    return new Rule(FindingType.SECRET, name, PrivacyClass.SECRET);
  }

  /** Of what nobody can read. */
  public static Rule unscannable(String name) {
    return new Rule(FindingType.UNSCANNABLE, name, PrivacyClass.UNSCANNABLE);
  }
}
