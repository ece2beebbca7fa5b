package dev.gatehouse.redact;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in the same order of year, month and day, in years that no real date is of. A date with
 * letters or with a year of two digits has no such form.
 */
final class DateForm {
  private static final int FIRST_YEAR = 2600;
  private static final int LAST_YEAR = 9999;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\d{4}([-./ ])(\\d{1,2})[-./ ](\\d{1,2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-./ ])(\\d{1,2})[-./ ]\\d{4}");

  private DateForm() {}

  static Optional<String> of(String text, Draw draw) {
    if (text.length() > "31.12.1999".length()) {
      return Optional.empty();
    }
    Matcher first = YEAR_FIRST.matcher(text);
    if (first.matches()) {
      String by = separator(first.group(1));
      return Optional.of(
          year(draw) + by + part(first.group(2), draw) + by + part(first.group(3), draw));
    }
    Matcher last = YEAR_LAST.matcher(text);
    if (last.matches()) {
      String by = separator(last.group(2));
      return Optional.of(
          part(last.group(1), draw) + by + part(last.group(3), draw) + by + year(draw));
    }
    return Optional.empty();
  }

  /** A slash may be written escaped. */
  private static String separator(String written) {
    return written.equals(".") ? "." : "-";
  }

  private static int year(Draw draw) {
    return FIRST_YEAR + draw.below(LAST_YEAR - FIRST_YEAR + 1);
  }

  /** A month and a day alike, since nobody knows which comes first. */
  private static String part(String written, Draw draw) {
    return written.length() == 1
        ? String.valueOf(1 + draw.below(9))
        : String.format(Locale.ROOT, "%02d", 1 + draw.below(12));
  }
}
