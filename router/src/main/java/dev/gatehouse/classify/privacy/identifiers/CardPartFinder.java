package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/** What is left of a masked card (5482 09** **** 7716, ****6630), and the expiry beside a card. */
final class CardPartFinder implements Finder {

  private static final Rule MASKED =
      new Rule(FindingType.CREDIT_CARD, "card-masked", PrivacyClass.FINANCIAL);

  private static final int LONGEST = 26;

  @Override
  public void find(Reading reading) {
    if (reading.normalized().has('*')) {
      masked(reading);
    }
    Labels labels = reading.labels();
    for (int i = 0; i < labels.count(); i++) {
      if (Topic.EXPIRY.isIn(labels.topics(i))) {
        expiry(reading, labels.start(i), labels.end(i));
      }
    }
  }

  private static void masked(Reading reading) {
    String text = reading.text();
    for (int i = text.indexOf("**"); i >= 0; ) {
      int start = i;
      while (start > 0 && i - start < LONGEST && isPart(text, start - 1)) {
        start--;
      }
      int end = i;
      while (end < text.length() && end - i < LONGEST && isPart(text, end)) {
        end++;
      }
      report(reading, trimmedStart(text, start, i), trimmedEnd(text, i, end));
      i = text.indexOf("**", Math.max(end, i + 2));
    }
  }

  private static int trimmedStart(String text, int start, int mask) {
    int at = start;
    while (at < mask && " -".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int trimmedEnd(String text, int mask, int end) {
    int at = end;
    while (at > mask && " -".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static boolean isPart(String text, int at) {
    char c = text.charAt(at);
    return Alphabet.DIGIT.has(c)
        || c == '*'
        || (" -".indexOf(c) >= 0 && at > 0 && " -".indexOf(text.charAt(at - 1)) < 0);
  }

  /** Stars, then three or four digits at the end. */
  private static void report(Reading reading, int start, int end) {
    String text = reading.text();
    int digits = end;
    while (digits > start && Alphabet.DIGIT.has(text.charAt(digits - 1))) {
      digits--;
    }
    int stars = 0;
    for (int i = start; i < digits; i++) {
      stars += text.charAt(i) == '*' ? 1 : 0;
    }
    boolean tail = end - digits == 3 || end - digits == 4;
    boolean apart =
        !Alphabet.ALPHANUMERIC.at(text, start - 1) && !Alphabet.ALPHANUMERIC.at(text, end);
    if (stars >= 3 && tail && apart && reading.isFree(start, end)) {
      reading.add(MASKED, start, end);
    }
  }

  private static void expiry(Reading reading, int labelStart, int labelEnd) {
    String text = reading.text();
    int at = labelEnd;
    while (at < text.length() && at - labelEnd < 5 && " :=.\"".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int month = Alphabet.DIGIT.runEnd(text, at, 2);
    boolean parted =
        month - at == 2 && month < text.length() && "/-".indexOf(text.charAt(month)) >= 0;
    int end = parted ? Alphabet.DIGIT.runEnd(text, month + 1, 4) : at;
    boolean year = end - month == 3 || end - month == 5;
    boolean ofCard =
        !reading.isFree(Math.max(0, labelStart - 30), labelStart)
            || Topic.CARD.isIn(reading.labels().within(labelStart, 60));
    if (parted && year && ofCard && reading.isFree(at, end)) {
      reading.add(Topic.EXPIRY.rule(), at, end);
    }
  }
}
