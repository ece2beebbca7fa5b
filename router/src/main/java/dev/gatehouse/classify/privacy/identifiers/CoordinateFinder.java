package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/**
 * Places on the globe: a pair of decimal degrees, one labelled degree, or degrees and minutes with
 * their signs. Five decimals are a metre, and so a house; four or fewer are a city.
 */
final class CoordinateFinder implements Finder {

  private static final Rule EXACT =
      new Rule(FindingType.COORDINATES, "coordinates", PrivacyClass.PERSONAL);
  private static final Rule COARSE =
      new Rule(FindingType.COORDINATES, "coordinates-coarse", PrivacyClass.INTERNAL);

  private static final int EXACT_DECIMALS = 5;
  private static final int FEWEST_DECIMALS = 4;

  @Override
  public void find(Reading reading) {
    String text = reading.text();
    if (!reading.normalized().has('.')) {
      return;
    }
    for (int i = text.indexOf('.'); i > 0; i = text.indexOf('.', i + 1)) {
      int start = degreesStart(text, i);
      int end = Alphabet.DIGIT.runEnd(text, i + 1, 18);
      if (start >= 0 && end - i > FEWEST_DECIMALS && reading.isFree(start, end)) {
        i = Math.max(i, read(reading, start, i, end));
      }
    }
  }

  private static int read(Reading reading, int start, int point, int end) {
    String text = reading.text();
    boolean exact = end - point > EXACT_DECIMALS;
    int second = secondStart(text, end);
    int secondEnd = second < 0 ? -1 : degreesEnd(text, second);
    if (secondEnd > 0
        && Math.abs(degrees(text, start, end)) <= 90
        && Math.abs(degrees(text, second, secondEnd)) <= 180) {
      reading.add(exact ? EXACT : COARSE, start, secondEnd);
      return secondEnd;
    }
    if (Topic.LATITUDE.isIn(reading.labels().of(start))) {
      reading.add(exact ? EXACT : COARSE, start, end);
    }
    return end;
  }

  /** Where the number with this point begins, its sign included, or -1. */
  private static int degreesStart(String text, int point) {
    int start = point;
    while (start > 0 && point - start < 4 && Alphabet.DIGIT.has(text.charAt(start - 1))) {
      start--;
    }
    if (start == point || point - start > 3) {
      return -1;
    }
    start -= start > 0 && "-+".indexOf(text.charAt(start - 1)) >= 0 ? 1 : 0;
    return Alphabet.ALPHANUMERIC.at(text, start - 1) || (start > 0 && text.charAt(start - 1) == '.')
        ? -1
        : start;
  }

  /** Where a second number begins after a comma or a space, or -1. */
  private static int secondStart(String text, int end) {
    int at = end;
    while (at < text.length() && at - end < 5 && " ,/;NnSs\u00b0".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean sign = at < text.length() && "-+".indexOf(text.charAt(at)) >= 0;
    return at > end && Alphabet.DIGIT.at(text, sign ? at + 1 : at) ? at : -1;
  }

  private static int degreesEnd(String text, int start) {
    int whole =
        Alphabet.DIGIT.runEnd(text, start + ("-+".indexOf(text.charAt(start)) >= 0 ? 1 : 0), 4);
    if (whole >= text.length() || text.charAt(whole) != '.') {
      return -1;
    }
    int end = Alphabet.DIGIT.runEnd(text, whole + 1, 18);
    return end - whole > FEWEST_DECIMALS ? end : -1;
  }

  private static double degrees(String text, int start, int end) {
    return Double.parseDouble(text.substring(start, end));
  }
}
