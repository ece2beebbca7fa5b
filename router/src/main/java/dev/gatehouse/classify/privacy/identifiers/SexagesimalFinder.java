package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/**
 * Places in degrees, minutes and seconds (ISO 6709 annex D): 48°51'24"N 2°21'03"E. A second is
 * thirty metres, a minute two kilometres.
 */
final class SexagesimalFinder implements Finder {

  private static final Rule EXACT =
      new Rule(FindingType.COORDINATES, "coordinates", PrivacyClass.PERSONAL);
  private static final Rule COARSE =
      new Rule(FindingType.COORDINATES, "coordinates-coarse", PrivacyClass.INTERNAL);

  private static final char DEGREE = '\u00b0';
  private static final String MINUTE = "'\u2032\u2019\u00b4";
  private static final String SECOND = "\"\u2033\u201d'\u2032\u2019";
  private static final String SIDES = "NSEWO";

  @Override
  public void find(Reading reading) {
    String text = reading.text();
    for (int sign = text.indexOf(DEGREE); sign > 0; sign = text.indexOf(DEGREE, sign + 1)) {
      int start = degreesStart(text, sign);
      int minutes = numberEnd(text, sign + 1, MINUTE);
      if (start < sign && minutes > 0) {
        int seconds = numberEnd(text, minutes, SECOND);
        int end = sideEnd(text, Math.max(minutes, seconds));
        if (reading.isFree(start, end)) {
          reading.add(seconds > 0 ? EXACT : COARSE, start, end);
        }
      }
    }
  }

  private static int degreesStart(String text, int sign) {
    int start = sign;
    while (start > 0 && sign - start < 4 && Alphabet.DIGIT.has(text.charAt(start - 1))) {
      start--;
    }
    return sign - start > 3 ? sign : start;
  }

  /** One past a number of up to two digits, with a fraction or not, and its sign; or -1. */
  private static int numberEnd(String text, int from, String signs) {
    int start = skipSpaces(text, from);
    int end = Alphabet.DIGIT.runEnd(text, start, 3);
    if (end == start || end - start > 2) {
      return -1;
    }
    if (end < text.length() && ".,".indexOf(text.charAt(end)) >= 0) {
      end = Alphabet.DIGIT.runEnd(text, end + 1, 8);
    }
    boolean signed = end < text.length() && signs.indexOf(text.charAt(end)) >= 0;
    return signed ? end + (text.startsWith("''", end) ? 2 : 1) : -1;
  }

  private static int sideEnd(String text, int from) {
    int at = skipSpaces(text, from);
    boolean side = at < text.length() && SIDES.indexOf(text.charAt(at)) >= 0;
    return side && !Alphabet.ALPHANUMERIC.at(text, at + 1) ? at + 1 : from;
  }

  private static int skipSpaces(String text, int from) {
    return from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
  }
}
