package dev.gatehouse.classify.privacy;

import dev.gatehouse.config.PrivacyClass;

/**
 * What a detector says it found.
 *
 * @param type one of the fixed type names, as in {@code CREDIT_CARD}
 * @param name the rule's own name, as in {@code card-luhn}
 */
record Rule(String type, String name, PrivacyClass privacyClass) {

  static Rule secret(String name) {
    return new Rule("SECRET", name, PrivacyClass.SECRET);
  }

  static Rule unscannable(String name) {
    return new Rule("UNSCANNABLE", name, PrivacyClass.UNSCANNABLE);
  }
}
