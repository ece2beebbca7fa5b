package dev.gatehouse.classify.privacy.names;

import java.lang.Character.UnicodeScript;

/** How a word is written, as a number: case, digits, script; for a sign the sign itself. */
final class Shape {

  static final int LOWER = 1;
  static final int CAPITALISED = 2;
  static final int ONE_CAPITAL = 3;
  static final int CAPITALS = 4;
  static final int MIXED = 5;
  static final int LETTERS_AND_DIGITS = 6;
  private static final int DIGITS = 10;
  private static final int MOST_DIGITS = 9;
  private static final int SCRIPT = 100;
  private static final int SIGN = 1_000;

  private Shape() {}

  static int of(String text, int start, int end) {
    char first = text.charAt(start);
    if (first >= 0x370 && !hasCase(first)) {
      return other(text.codePointAt(start));
    }
    int upper = 0;
    int lower = 0;
    int digits = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (Character.isLowerCase(c)) {
        lower++;
      } else if (Character.isUpperCase(c)) {
        upper++;
      }
    }
    return ofCounts(first, upper, lower, digits);
  }

  private static int ofCounts(char first, int upper, int lower, int digits) {
    if (upper + lower == 0) {
      return digits == 0 ? SIGN + first : DIGITS + Math.min(MOST_DIGITS, digits);
    }
    if (digits > 0) {
      return LETTERS_AND_DIGITS;
    }
    if (upper == 0) {
      return LOWER;
    }
    if (lower == 0) {
      return upper == 1 ? ONE_CAPITAL : CAPITALS;
    }
    return upper == 1 && Character.isUpperCase(first) ? CAPITALISED : MIXED;
  }

  private static boolean hasCase(char c) {
    return Character.isLowerCase(c) || Character.isUpperCase(c);
  }

  private static int other(int codePoint) {
    return Character.isLetter(codePoint) ? script(codePoint) : SIGN + Character.getType(codePoint);
  }

  private static int script(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case HAN -> SCRIPT + 1;
      case HIRAGANA -> SCRIPT + 2;
      case KATAKANA -> SCRIPT + 3;
      case DEVANAGARI -> SCRIPT + 4;
      case HANGUL -> SCRIPT + 5;
      case ARABIC -> SCRIPT + 6;
      case HEBREW -> SCRIPT + 7;
      default -> SCRIPT;
    };
  }

  /** Of a sign. */
  static int sign(char sign) {
    return SIGN + sign;
  }

  static boolean isSign(int shape) {
    return shape >= SIGN;
  }

  static boolean isDigits(int shape) {
    return shape >= DIGITS && shape < SCRIPT;
  }

  /** Whether it is a number, or a sign that does not stand before a handle. */
  static boolean isDull(int shape) {
    return isDigits(shape) || (isSign(shape) && shape != sign('@') && shape != sign('#'));
  }

  /** Whether its script knows no capitals. */
  static boolean isUncased(int shape) {
    return shape >= SCRIPT && shape < SIGN;
  }

  /** Whether it begins with a capital, as names do. */
  static boolean isCapital(int shape) {
    return shape >= CAPITALISED && shape <= MIXED;
  }
}
