package dev.gatehouse.classify;

import dev.gatehouse.config.PrivacyClass;

/**
 * One private value in a request, or one part of it that cannot be judged.
 *
 * @param type what it is
 * @param rule the detector's own name for it, as in {@code card-luhn}
 * @param path JSON pointer of the string (or of the key's member) that holds it
 * @param start first code point within the string at {@code path}
 * @param end one past the last code point
 * @param inKey whether the name of the member at {@code path} holds it, and not its value
 * @param unread whether it stands for something that was not read, so that nobody knows what else
 *     is there
 */
public record Finding(
    FindingType type,
    String rule,
    PrivacyClass privacyClass,
    String path,
    int start,
    int end,
    boolean inKey,
    boolean unread) {

  /** One in a value; of type UNSCANNABLE, one that was not read. */
  public Finding(
      FindingType type, String rule, PrivacyClass privacyClass, String path, int start, int end) {
    this(type, rule, privacyClass, path, start, end, false, type == FindingType.UNSCANNABLE);
  }

  /** A part that was seen, and that nobody can read; all the rest was read. */
  static Finding opaque(String rule, String path) {
    return new Finding(
        FindingType.UNSCANNABLE, rule, PrivacyClass.UNSCANNABLE, path, 0, 0, false, false);
  }

  /** What a judge found somewhere in the request. */
  static Finding ofJudge(PrivacyClass privacyClass) {
    FindingType type =
        switch (privacyClass) {
          case PUBLIC, INTERNAL, PERSONAL -> FindingType.PERSON;
          case FINANCIAL -> FindingType.SALARY;
          case HEALTH -> FindingType.HEALTH;
          case CUSTOMER -> FindingType.CUSTOMER;
          case UNSCANNABLE -> FindingType.UNSCANNABLE;
          case SECRET -> FindingType.SECRET;
        };
    return new Finding(type, "judge", privacyClass, "", 0, 0);
  }

  /** The same in the name of the member at the path. */
  public Finding ofKey() {
    return new Finding(type, rule, privacyClass, path, start, end, true, unread);
  }

  /** The same beside the document. */
  Finding at(String place) {
    return new Finding(type, rule, privacyClass, place, start, end, inKey, unread);
  }
}
