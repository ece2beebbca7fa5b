package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.Optional;

/**
 * Dates: numeric ones in any order, and ones with a month's name. A date of birth where a label
 * says so.
 */
final class DateFinder implements Finder {

  private static final Rule DATE = new Rule(FindingType.DATE, "date", PrivacyClass.INTERNAL);
  private static final Rule BIRTH =
      new Rule(FindingType.DATE_OF_BIRTH, "date-of-birth", PrivacyClass.PERSONAL);

  /** Told of somebody, as of many that everybody knows: whose it is, context decides. */
  private static final Rule TOLD_BIRTH =
      new Rule(FindingType.DATE_OF_BIRTH, "date-of-birth-told", PrivacyClass.INTERNAL);

  private static final int MOST_TOLD = 50;

  @Override
  public void find(Reading reading) {
    named(reading);
    NormalizedText text = reading.normalized();
    int next;
    for (int i = text.nextDigit(0); i < text.text().length(); i = text.nextDigit(next)) {
      int end = numericEnd(reading, i);
      if (end > i) {
        report(reading, i, end);
      }
      next = Math.max(end, Alphabet.DIGIT.runEnd(text.text(), i, Integer.MAX_VALUE));
    }
  }

  private static void report(Reading reading, int start, int end) {
    if (reading.isFree(start, end)) {
      reading.add(rule(reading, start, end), start, end);
    }
  }

  private static Rule rule(Reading reading, int start, int end) {
    if (Topic.DATE_OF_BIRTH.isIn(reading.labels().saidOf(end))) {
      return BIRTH;
    }
    if (!isBirth(reading, start)) {
      return DATE;
    }
    String before = reading.text().substring(Math.max(0, start - MOST_TOLD), start);
    int told = before.indexOf("was born");
    boolean ours = told < 0 || before.startsWith("I ", told - 2) || before.contains("my ");
    return ours ? BIRTH : TOLD_BIRTH;
  }

  private static boolean isBirth(Reading reading, int start) {
    return Topic.DATE_OF_BIRTH.isIn(reading.labels().of(start));
  }

  /** One past the numeric date that begins at {@code start}, or -1. */
  private static int numericEnd(Reading reading, int start) {
    Optional<NumericDate> found = NumericDate.at(reading.text(), start);
    if (found.isEmpty()) {
      return -1;
    }
    NumericDate date = found.get();
    boolean counts = date.isDate(date.separator() == '/' || isBirth(reading, start));
    return counts ? timeEnd(reading.text(), date.end()) : -1;
  }

  /** One past a time of day after a date: 2019-05-02 18:02:08. */
  private static int timeEnd(String text, int dateEnd) {
    boolean time =
        dateEnd + 5 < text.length()
            && " T".indexOf(text.charAt(dateEnd)) >= 0
            && text.charAt(dateEnd + 3) == ':'
            && Alphabet.DIGIT.at(text, dateEnd + 1);
    if (!time) {
      return dateEnd;
    }
    int minutes = Alphabet.DIGIT.runEnd(text, dateEnd + 4, 2);
    boolean seconds = minutes < text.length() && text.charAt(minutes) == ':';
    return seconds ? Alphabet.DIGIT.runEnd(text, minutes + 1, 2) : minutes;
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
      if (dayEnd - day >= 1 && dayEnd - day <= 2 && NumericDate.value(text, day, dayEnd) <= 31) {
        end = ordinalEnd(text, dayEnd);
      }
    }
    int year = yearStart(text, end);
    int yearEnd = Alphabet.DIGIT.runEnd(text, year, 5);
    boolean hasYear =
        yearEnd - year == 4 && NumericDate.isYear(NumericDate.value(text, year, yearEnd));
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
            && NumericDate.value(text, start, at) >= 1
            && NumericDate.value(text, start, at) <= 31;
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
