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
 * @param shape length of each group as a digit (9 for longer ones), with the separators between
 */
record NumberRun(int start, int end, int digits, int groups, String shape) {

  private static final int MOST_GROUPS = 9;

  /** Digits of the longest code of a country, with two zeros before. */
  private static final int MOST_OF_COUNTRY = 5;

  private static final String SEPARATORS = " -./()";

  /** The run that begins at {@code start}. */
  static NumberRun at(String text, int start) {
    StringBuilder shape = new StringBuilder();
    int digits = 0;
    int groups = 0;
    int end = start;
    int at = start;
    while (at < text.length() && groups < MOST_GROUPS) {
      int next = Alphabet.DIGIT.runEnd(text, at, 16);
      if (next > at) {
        shape.append(text, end, at).append((char) ('0' + Math.min(9, next - at)));
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
    return new NumberRun(start, end, digits, groups, shape.toString());
  }

  /** A bracket opens before the area's code, and not after the number. */
  private static boolean isSeparator(String text, int at, int start, int digits) {
    char c = text.charAt(at);
    return c == '('
        ? digits <= MOST_OF_COUNTRY
        : SEPARATORS.indexOf(c) >= 0 || (at == start && c == '+');
  }
}
