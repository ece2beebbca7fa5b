package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/**
 * Dates: numeric ones in any order, and ones with a month's name. A date of birth where a label
 * says so.
 */
final class DateFinder implements Finder {

  private static final Rule DATE = new Rule(FindingType.DATE, "date", PrivacyClass.INTERNAL);
  private static final Rule BIRTH =
      new Rule(FindingType.DATE_OF_BIRTH, "date-of-birth", PrivacyClass.PERSONAL);

  @Override
  public void find(Reading reading) {
    named(reading);
    String text = reading.text();
    for (int i = 0; i < text.length(); i++) {
      if (Alphabet.DIGIT.has(text.charAt(i))) {
        int end = numericEnd(reading, i);
        if (end > i) {
          report(reading, i, end);
        }
        i = Math.max(end, Alphabet.DIGIT.runEnd(text, i, Integer.MAX_VALUE)) - 1;
      }
    }
  }

  private static void report(Reading reading, int start, int end) {
    if (reading.isFree(start, end)) {
      reading.add(isBirth(reading, start) ? BIRTH : DATE, start, end);
    }
  }

  private static boolean isBirth(Reading reading, int start) {
    return Topic.DATE_OF_BIRTH.isIn(reading.labels().of(start));
  }

  /** One past the numeric date that begins at {@code start}, or -1. */
  private static int numericEnd(Reading reading, int start) {
    String text = reading.text();
    if (start > 0
            && "-./_+$".indexOf(text.charAt(start - 1)) >= 0
            && Alphabet.ALPHANUMERIC.at(text, start - 2)
        || Alphabet.ALPHANUMERIC.at(text, start - 1)) {
      return -1;
    }
    int first = Alphabet.DIGIT.runEnd(text, start, 5);
    if (first + 3 > text.length() || first - start > 4) {
      return -1;
    }
    char separator = text.charAt(first);
    char next = separator == '\u5e74' ? '\u6708' : separator;
    int second = Alphabet.DIGIT.runEnd(text, first + 1, 3);
    if ("-./\u5e74".indexOf(separator) < 0
        || second >= text.length()
        || text.charAt(second) != next) {
      return -1;
    }
    int third = Alphabet.DIGIT.runEnd(text, second + 1, 5);
    if (third == second + 1 || Alphabet.ALPHANUMERIC.at(text, third) && text.charAt(third) != 'T') {
      return -1;
    }
    boolean more =
        third + 1 < text.length()
            && "-./".indexOf(text.charAt(third)) >= 0
            && Alphabet.DIGIT.at(text, third + 1);
    int[] parts = {
      value(text, start, first), value(text, first + 1, second), value(text, second + 1, third)
    };
    boolean shortYear = separator == '/' || isBirth(reading, start);
    boolean isDate = !more && isDate(parts, first - start, third - second - 1, shortYear);
    return isDate ? timeEnd(text, separator == '\u5e74' ? third + 1 : third) : -1;
  }

  private static boolean isDate(int[] parts, int firstLength, int thirdLength, boolean shortYear) {
    if (firstLength == 4) {
      return isYear(parts[0]) && thirdLength <= 2 && CheckDigits.isMonthDay(parts[1], parts[2]);
    }
    boolean year = thirdLength == 4 ? isYear(parts[2]) : thirdLength == 2 && shortYear;
    return year
        && (CheckDigits.isMonthDay(parts[1], parts[0])
            || CheckDigits.isMonthDay(parts[0], parts[1]));
  }

  private static boolean isYear(int year) {
    return year >= 1800 && year <= 2100;
  }

  private static int value(String text, int start, int end) {
    return end > start && end - start <= 4 ? Integer.parseInt(text, start, end, 10) : 0;
  }

  /** One past a time of day after a date: 2019-05-02 18:02:08. */
  private static int timeEnd(String text, int dateEnd) {
    int at = Math.min(dateEnd, text.length());
    if (at + 5 < text.length()
        && " T".indexOf(text.charAt(at)) >= 0
        && text.charAt(at + 3) == ':'
        && Alphabet.DIGIT.at(text, at + 1)) {
      int minutes = Alphabet.DIGIT.runEnd(text, at + 4, 2);
      boolean seconds = minutes < text.length() && text.charAt(minutes) == ':';
      return seconds ? Alphabet.DIGIT.runEnd(text, minutes + 1, 2) : minutes;
    }
    return at;
  }

  private static void named(Reading reading) {
    Labels labels = reading.labels();
    for (int i = 0; i < labels.count(); i++) {
      if (Topic.MONTH.isIn(labels.topics(i))) {
        named(reading, labels.start(i), labels.end(i));
      }
    }
  }

  /** Reads the day before or after the month, and the year. */
  private static void named(Reading reading, int monthStart, int monthEnd) {
    String text = reading.text();
    int start = dayStart(text, monthStart);
    int end = monthEnd;
    if (start < 0) {
      start = monthStart;
      int day = skip(text, monthEnd, " .");
      int dayEnd = Alphabet.DIGIT.runEnd(text, day, 3);
      if (dayEnd - day >= 1 && dayEnd - day <= 2 && value(text, day, dayEnd) <= 31) {
        end = ordinalEnd(text, dayEnd);
      }
    }
    int year = yearStart(text, end);
    int yearEnd = Alphabet.DIGIT.runEnd(text, year, 5);
    boolean hasYear = yearEnd - year == 4 && isYear(value(text, year, yearEnd));
    if (hasYear || start < monthStart || end > monthEnd) {
      report(reading, start, hasYear ? yearEnd : end);
    }
  }

  /** Where the day before a month begins: 4 Aug, 14. Mai, 3rd of June, 5 de mayo; or -1. */
  private static int dayStart(String text, int monthStart) {
    int at = monthStart;
    while (at > 0 && monthStart - at < 8 && " .dehofstrnºª°".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    int start = at;
    while (start > 0 && at - start < 3 && Alphabet.DIGIT.has(text.charAt(start - 1))) {
      start--;
    }
    boolean day =
        at > start
            && at - start <= 2
            && value(text, start, at) >= 1
            && value(text, start, at) <= 31;
    boolean apart = start == 0 || !Alphabet.ALPHANUMERIC.has(text.charAt(start - 1));
    return day && apart ? start : -1;
  }

  private static int ordinalEnd(String text, int dayEnd) {
    for (String ordinal : new String[] {"st", "nd", "rd", "th"}) {
      if (text.startsWith(ordinal, dayEnd)) {
        return dayEnd + 2;
      }
    }
    return dayEnd;
  }

  private static int yearStart(String text, int from) {
    int at = skip(text, from, " ,.");
    for (String word : new String[] {"del ", "de ", "of "}) {
      if (text.startsWith(word, at)) {
        return at + word.length();
      }
    }
    return at;
  }

  private static int skip(String text, int from, String characters) {
    int at = from;
    while (at < text.length() && at - from < 4 && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
