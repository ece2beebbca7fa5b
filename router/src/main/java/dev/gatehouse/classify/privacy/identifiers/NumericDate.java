package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Alphabet;
import java.util.Optional;

/**
 * Three numbers with one sign between, or with the signs of year, month and day.
 *
 * @param separator the sign
 * @param parts their values, in order
 * @param firstDigits digits of the first number
 * @param lastDigits digits of the last
 * @param end one past the last
 */
record NumericDate(char separator, Parts parts, int firstDigits, int lastDigits, int end) {

  private static final char YEAR = '\u5e74';
  private static final char MONTH = '\u6708';
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2100;

  /** The values of the three numbers. */
  record Parts(int first, int second, int third) {}

  /** What begins at {@code start}, if it has the form. */
  static Optional<NumericDate> at(String text, int start) {
    if (continues(text, start)) {
      return Optional.empty();
    }
    int first = Alphabet.DIGIT.runEnd(text, start, 5);
    char separator = first < text.length() ? text.charAt(first) : ' ';
    int second = Alphabet.DIGIT.runEnd(text, first + 1, 3);
    char next = separator == YEAR ? MONTH : separator;
    boolean parted = second < text.length() && text.charAt(second) == next;
    if ("-./\u5e74".indexOf(separator) < 0 || !parted || first - start > 4) {
      return Optional.empty();
    }
    int third = Alphabet.DIGIT.runEnd(text, second + 1, 5);
    if (third == second + 1 || goesOn(text, third)) {
      return Optional.empty();
    }
    Parts parts =
        new Parts(
            value(text, start, first),
            value(text, first + 1, second),
            value(text, second + 1, third));
    int end = Math.min(text.length(), separator == YEAR ? third + 1 : third);
    return Optional.of(new NumericDate(separator, parts, first - start, third - second - 1, end));
  }

  /** Whether they are a day of some year; a year of two digits where that is allowed. */
  boolean isDate(boolean shortYear) {
    if (firstDigits == 4) {
      return isYear(parts.first)
          && lastDigits <= 2
          && CheckDigits.isMonthDay(parts.second, parts.third);
    }
    boolean year = lastDigits == 4 ? isYear(parts.third) : lastDigits == 2 && shortYear;
    return year
        && (CheckDigits.isMonthDay(parts.second, parts.first)
            || CheckDigits.isMonthDay(parts.first, parts.second));
  }

  static boolean isYear(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** Of up to four digits; 0 for none or more. */
  static int value(String text, int start, int end) {
    return end > start && end - start <= 4 ? Integer.parseInt(text, start, end, 10) : 0;
  }

  private static boolean continues(String text, int start) {
    boolean joined = start > 0 && "-./_+$".indexOf(text.charAt(start - 1)) >= 0;
    return Alphabet.ALPHANUMERIC.at(text, start - 1)
        || (joined && Alphabet.ALPHANUMERIC.at(text, start - 2));
  }

  private static boolean goesOn(String text, int end) {
    boolean letter = Alphabet.ALPHANUMERIC.at(text, end) && text.charAt(end) != 'T';
    boolean joined = end < text.length() && "-./".indexOf(text.charAt(end)) >= 0;
    return letter || (joined && Alphabet.DIGIT.at(text, end + 1));
  }
}
