package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/**
 * Payment card numbers: 12 to 19 digits of a known issuer's range and length (ISO/IEC 7812) with a
 * right check digit (Luhn, its annex B), in one piece, in printed groups, or with every digit
 * apart. Test numbers such as 4111 1111 1111 1111 count: nothing tells them from a real one.
 */
final class CardDetector implements Detector {

  private static final Rule RULE =
      new Rule(FindingType.CREDIT_CARD, "card-luhn", PrivacyClass.FINANCIAL);

  @Override
  public void detect(NormalizedText text, Matches matches) {
    if (text.digits() < CardIssuers.MIN_DIGITS) {
      return;
    }
    DigitRun run = new DigitRun(text);
    while (run.next()) {
      detect(text, run, matches);
    }
  }

  private static void detect(NormalizedText text, DigitRun run, Matches matches) {
    if (run.isWhole() && !run.isFraction(0) && isCard(run.digits(0, run.groups()))) {
      matches.add(text, RULE, run.start(0), run.end(run.groups() - 1));
      return;
    }
    for (int first = 0; first < run.groups(); first++) {
      int last = printedCard(run, first);
      if (last >= first) {
        matches.add(text, RULE, run.start(first), run.end(last));
        first = last;
      }
    }
  }

  /** The last group of the card that is printed from group {@code first} on, or -1. */
  private static int printedCard(DigitRun run, int first) {
    for (int groups = 1; groups <= 5 && first + groups <= run.groups(); groups++) {
      if (isPrintedForm(run, first, groups) && isCard(run.digits(first, groups))) {
        return first + groups - 1;
      }
    }
    return -1;
  }

  /** One piece, 4-4-4-4, 4-4-4-4-n, 4-6-5 or 4-6-4. */
  private static boolean isPrintedForm(DigitRun run, int first, int groups) {
    return switch (groups) {
      case 1 -> run.length(first) >= CardIssuers.MIN_DIGITS && !run.isFraction(first);
      case 3 -> run.length(first) == 4 && run.length(first + 1) == 6 && run.length(first + 2) <= 5;
      case 4 -> fours(run, first);
      case 5 -> fours(run, first) && run.length(first + 4) <= 3;
      default -> false;
    };
  }

  private static boolean fours(DigitRun run, int first) {
    for (int group = first; group < first + 4; group++) {
      if (run.length(group) != 4) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCard(String digits) {
    return CardIssuers.issues(digits) && CheckDigits.luhn(digits);
  }
}
