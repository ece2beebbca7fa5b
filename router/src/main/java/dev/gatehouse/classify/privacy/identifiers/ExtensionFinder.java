package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/** Extensions of a switchboard after their label: ext 4432, Durchwahl -17. */
final class ExtensionFinder implements Finder {

  private static final Rule RULE =
      new Rule(FindingType.PHONE, "phone-extension", PrivacyClass.PERSONAL);

  @Override
  public void find(Reading reading) {
    Labels labels = reading.labels();
    for (int i = 0; i < labels.count(); i++) {
      if (Topic.EXTENSION.isIn(labels.topics(i))) {
        find(reading, labels.end(i));
      }
    }
  }

  private static void find(Reading reading, int from) {
    String text = reading.text();
    int at = from;
    while (at < text.length() && at - from < 4 && " .:#-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int end = Alphabet.DIGIT.runEnd(text, at, 7);
    boolean whole = !Alphabet.ALPHANUMERIC.at(text, end) && !text.startsWith(" GB", end);
    if (end - at >= 3 && end - at <= 6 && whole && reading.isFree(at, end)) {
      reading.add(RULE, at, end);
    }
  }
}
