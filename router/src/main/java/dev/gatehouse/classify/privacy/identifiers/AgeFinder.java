package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/** Ages in years beside a word that says so: aged 34, 34 years old, 34-jährige, 34 ans, 34歳. */
final class AgeFinder implements Finder {

  private static final Rule RULE = new Rule(FindingType.AGE, "age", PrivacyClass.INTERNAL);
  private static final int OLDEST = 125;

  @Override
  public void find(Reading reading) {
    Labels labels = reading.labels();
    if (Topic.BEFORE_AGE.isIn(labels.key())) {
      after(reading, 0);
    }
    labels
        .columns()
        .forEach(
            (topics, start, _) -> {
              if (Topic.BEFORE_AGE.isIn(topics)) {
                after(reading, start);
              }
            });
    for (int i = 0; i < labels.count(); i++) {
      if (Topic.BEFORE_AGE.isIn(labels.topics(i))) {
        after(reading, labels.end(i));
      } else if (Topic.AFTER_AGE.isIn(labels.topics(i))) {
        before(reading, labels.start(i));
      }
    }
  }

  private static void after(Reading reading, int from) {
    String text = reading.text();
    int at = from;
    while (at < text.length() && at - from < 6 && " :=\"'|>(\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    at +=
        text.startsWith("is ", at) || text.startsWith("of ", at) || text.startsWith("de ", at)
            ? 3
            : 0;
    add(reading, at, Alphabet.DIGIT.runEnd(text, at, 4));
  }

  private static void before(Reading reading, int wordStart) {
    String text = reading.text();
    int end =
        wordStart > 0 && " -".indexOf(text.charAt(wordStart - 1)) >= 0 ? wordStart - 1 : wordStart;
    int start = end;
    while (start > 0 && end - start < 4 && Alphabet.DIGIT.has(text.charAt(start - 1))) {
      start--;
    }
    add(reading, start, end);
  }

  private static void add(Reading reading, int start, int end) {
    String text = reading.text();
    boolean isAge =
        end > start && end - start <= 3 && Integer.parseInt(text, start, end, 10) <= OLDEST;
    boolean apart =
        !Alphabet.ALPHANUMERIC.at(text, start - 1)
            && !(start > 1
                && ".,".indexOf(text.charAt(start - 1)) >= 0
                && Alphabet.DIGIT.at(text, start - 2));
    boolean whole =
        end >= text.length()
            || (text.charAt(end) != '%'
                && !(".,".indexOf(text.charAt(end)) >= 0 && Alphabet.DIGIT.at(text, end + 1)));
    if (isAge && apart && whole && reading.isFree(start, end)) {
      reading.add(RULE, start, end);
    }
  }
}
