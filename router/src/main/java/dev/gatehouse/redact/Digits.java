package dev.gatehouse.redact;

import java.util.Optional;

/** A text of digits in groups, as numbers of cards and telephones are written. */
final class Digits {
  private Digits() {}

  /**
   * The digits of a text that has nothing else but separators, and a plus before them.
   *
   * @return empty where it has anything else, or more digits than can be drawn
   */
  static Optional<String> of(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each >= '0' && each <= '9') {
        digits.append(each);
      } else if (Character.isLetter(each) || Character.isDigit(each)) {
        return Optional.empty();
      }
    }
    boolean few = digits.length() <= Draw.MOST_DIGITS;
    return few && !digits.isEmpty() ? Optional.of(digits.toString()) : Optional.empty();
  }

  /**
   * New digits in the groups of a text; what would be escaped somewhere, or could be lost, parts
   * groups as a hyphen.
   */
  static String grouped(String like, String digits) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    boolean parted = false;
    for (int i = 0; i < like.length() && next < digits.length(); i++) {
      char each = like.charAt(i);
      if (each >= '0' && each <= '9') {
        text.append(parted && next > 0 ? "-" : "").append(digits.charAt(next++));
        parted = false;
      } else if (each == '+' && next == 0) {
        text.append('+');
      } else {
        parted = true;
      }
    }
    return text.toString();
  }
}
