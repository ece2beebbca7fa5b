package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/**
 * International bank account numbers (ISO 13616): a country's letters and its exact length, check
 * digits right (ISO 7064 mod 97-10), in either case, in one piece or with single spaces, dashes or
 * dots between.
 */
final class IbanDetector implements Detector {

  private static final Rule RULE = new Rule(FindingType.IBAN, "iban-mod97", PrivacyClass.FINANCIAL);

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (normalized.digits() < 2) {
      return;
    }
    String text = normalized.text();
    int next;
    for (int i = normalized.nextDigit(2); i + 2 < text.length(); i = normalized.nextDigit(next)) {
      int end = beginsAt(text, i - 2) ? end(text, i - 2) : -1;
      next = Math.max(i, end) + 1;
      if (end > 0) {
        matches.add(normalized, RULE, i - 2, end);
      }
    }
  }

  private static boolean beginsAt(String text, int start) {
    return Alphabet.LETTER.has(text.charAt(start))
        && Alphabet.LETTER.has(text.charAt(start + 1))
        && isSecondDigitAt(text, start + 3)
        && !Alphabet.ALPHANUMERIC.at(text, start - 1);
  }

  /** The two check digits may have been set apart, as every digit of the rest. */
  private static boolean isSecondDigitAt(String text, int at) {
    return Alphabet.DIGIT.has(text.charAt(at))
        || (isSeparator(text, at) && Alphabet.DIGIT.at(text, at + 1));
  }

  /** One past the account number that begins at {@code start}, or -1. */
  private static int end(String text, int start) {
    int length = IbanCountries.length(text.charAt(start), text.charAt(start + 1));
    StringBuilder number = new StringBuilder(34);
    int at = start;
    while (number.length() < length && at < text.length()) {
      if (Alphabet.ALPHANUMERIC.has(text.charAt(at))) {
        number.append(text.charAt(at));
      } else if (!isSeparator(text, at)) {
        return -1;
      }
      at++;
    }
    boolean complete = number.length() == length && length > 0;
    return complete
            && !Alphabet.ALPHANUMERIC.at(text, at)
            && (checks(number) || isPrinted(text, start, at))
        ? at
        : -1;
  }

  private static boolean isSeparator(String text, int at) {
    return " -.".indexOf(text.charAt(at)) >= 0 && Alphabet.ALPHANUMERIC.at(text, at - 1);
  }

  /** Groups of four with spaces between, as nothing else of that length is printed. */
  private static boolean isPrinted(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == ' ' != ((i - start) % 5 == 4)) {
        return false;
      }
    }
    return end - start > 16;
  }

  private static boolean checks(StringBuilder number) {
    int remainder = 0;
    for (int i = 0; i < number.length(); i++) {
      int value = Character.digit(number.charAt((i + 4) % number.length()), 36);
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder == 1;
  }
}
