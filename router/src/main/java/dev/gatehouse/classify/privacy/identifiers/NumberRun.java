package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Alphabet;

/**
 * Digits in groups as phone numbers are printed: from a plus, a bracket or a digit on, with up to
 * three separators between groups.
 *
 * @param start of the plus, bracket or first digit
 * @param end one past the last digit
 * @param digits how many
 * @param groups how many
 */
record NumberRun(String text, int start, int end, int digits, int groups) {

  private static final int MOST_GROUPS = 9;

  /** Digits of the longest code of a country, with two zeros before. */
  private static final int MOST_OF_COUNTRY = 5;

  /** A longer row of digits is read as two groups. */
  private static final int LONGEST_GROUP = 16;

  private static final String SEPARATORS = " -./()";

  /** The run that begins at {@code start}. */
  static NumberRun at(String text, int start) {
    int digits = 0;
    int groups = 0;
    int end = start;
    int at = start;
    while (at < text.length() && groups < MOST_GROUPS) {
      int next = Alphabet.DIGIT.runEnd(text, at, LONGEST_GROUP);
      if (next > at) {
        digits += next - at;
        groups++;
        end = next;
        at = next;
      } else if (at - end < 3 && isSeparator(text, at, start, digits)) {
        at++;
      } else {
        break;
      }
    }
    return new NumberRun(text, start, end, digits, groups);
  }

  /** Length of each group as a digit (9 for longer ones), with the separators between. */
  String shape() {
    StringBuilder shape = new StringBuilder();
    int at = start;
    while (at < end) {
      int next = Alphabet.DIGIT.runEnd(text, at, LONGEST_GROUP);
      shape.append(next > at ? (char) ('0' + Math.min(9, next - at)) : text.charAt(at));
      at = Math.max(next, at + 1);
    }
    return shape.toString();
  }

  /** A bracket opens before the area's code, and not after the number. */
  private static boolean isSeparator(String text, int at, int start, int digits) {
    char c = text.charAt(at);
    return c == '('
        ? digits <= MOST_OF_COUNTRY
        : SEPARATORS.indexOf(c) >= 0 || (at == start && c == '+');
  }
}
