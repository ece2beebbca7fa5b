package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Alphabet;
import java.util.Set;

/** Codes of banks beside their label: SWIFT's BIC (ISO 9362) and India's IFSC. */
final class BankCodeFinder implements Finder {

  private static final Set<Integer> LENGTHS = Set.of(8, 9, 11, 12);
  private static final int REACH = 24;

  @Override
  public void find(Reading reading) {
    Labels labels = reading.labels();
    if (Topic.SWIFT.isIn(labels.key())) {
      find(reading, 0);
    }
    labels
        .columns()
        .forEach(
            (topics, start, _) -> {
              if (Topic.SWIFT.isIn(topics)) {
                find(reading, start);
              }
            });
    for (int i = 0; i < labels.count(); i++) {
      if (Topic.SWIFT.isIn(labels.topics(i))) {
        find(reading, labels.end(i));
      }
    }
  }

  private static void find(Reading reading, int from) {
    String text = reading.text();
    for (int i = from; i < Math.min(text.length(), from + REACH); i++) {
      int end = Alphabet.UPPER_ALPHANUMERIC.runEnd(text, i, 20);
      boolean code = LENGTHS.contains(end - i) && !Alphabet.ALPHANUMERIC.at(text, end);
      if (code && !Alphabet.DIGIT.has(text.charAt(i)) && reading.isFree(i, end)) {
        reading.add(Topic.SWIFT.rule(), i, end);
        return;
      }
      i = Math.max(i, Alphabet.ALPHANUMERIC.runEnd(text, i, 40) - 1);
    }
  }
}
