package dev.gatehouse.classify.privacy.text;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.config.PrivacyClass;

/**
 * What a detector says it found.
 *
 * @param type what the value is
 * @param name the rule's own name, as in {@code card-luhn}
 * @param unread whether it says that there may be more than was read, rather than what stands there
 */
public record Rule(FindingType type, String name, PrivacyClass privacyClass, boolean unread) {

  /** Of a value; of type UNSCANNABLE, of what was not read. */
  public Rule(FindingType type, String name, PrivacyClass privacyClass) {
    this(type, name, privacyClass, type == FindingType.UNSCANNABLE);
  }

  /** Of a key, token or password. */
  public static Rule secret(String name) {
    return new Rule(FindingType.SECRET, name, PrivacyClass.SECRET);
  }

  /** Of a text that was not read to its end, for whatever reason. */
  public static Rule unscannable(String name) {
    return new Rule(FindingType.UNSCANNABLE, name, PrivacyClass.UNSCANNABLE, true);
  }

  /**
   * Of a part with a place of its own that nobody can read, an image say: all the rest was read, so
   * that an operator may let it out.
   */
  public static Rule opaque(String name) {
    return new Rule(FindingType.UNSCANNABLE, name, PrivacyClass.UNSCANNABLE, false);
  }
}
