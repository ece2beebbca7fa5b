package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/** Machine-readable lines of passports and identity cards (ICAO 9303): 30, 36 or 44 characters. */
final class MrzFinder implements Finder {

  private static final Rule RULE = new Rule(FindingType.PASSPORT, "mrz", PrivacyClass.PERSONAL);

  @Override
  public void find(Reading reading) {
    if (!reading.normalized().has('<')) {
      return;
    }
    String text = reading.text();
    for (int i = 0; i < text.length(); i++) {
      if (isPart(text.charAt(i))) {
        int end = i;
        int fillers = 0;
        while (end < text.length() && isPart(text.charAt(end))) {
          fillers += text.charAt(end++) == '<' ? 1 : 0;
        }
        int length = end - i;
        if (fillers >= 2
            && (length == 30 || length == 36 || length == 44)
            && Alphabet.ALPHANUMERIC.has(text.charAt(i))) {
          reading.add(RULE, i, end);
        }
        i = end;
      }
    }
  }

  private static boolean isPart(char c) {
    return c == '<' || Alphabet.UPPER_ALPHANUMERIC.has(c);
  }
}
