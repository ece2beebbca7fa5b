package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Alphabet;
import java.util.EnumSet;
import java.util.Set;

/** Values before the label that vouches for them: 417229083 is my SSN, C01X0006H (Reisepass). */
final class PrecedingFinder implements Finder {

  /** Labels that are everyday words: after a number they say nothing of it. */
  private static final Set<Topic> EVERYDAY =
      EnumSet.of(
          Topic.REFERENCE,
          Topic.LAST_FOUR,
          Topic.CVV,
          Topic.BRANCH,
          Topic.POSTCODE,
          Topic.SIN,
          Topic.WEAK_NATIONAL,
          Topic.WEAK_AFFAIR);

  private static final Topic[] TOPICS = Topic.values();
  private static final int LONGEST = 32;
  private static final String JOINTS = "-./ ";

  @Override
  public void find(Reading reading) {
    Labels labels = reading.labels();
    for (int i = 0; i < labels.count(); i++) {
      int valueEnd = valueEnd(reading.text(), labels.start(i));
      if (valueEnd > 0) {
        find(reading, labels.topics(i), valueEnd);
      }
    }
  }

  /** Where the value ends that the label at an offset is said of, or -1. */
  private static int valueEnd(String text, int label) {
    for (int end = label - 1; end > 0 && label - end <= SaidOf.REACH; end--) {
      if (Alphabet.DIGIT.has(text.charAt(end - 1))
          || Alphabet.UPPER_ALPHANUMERIC.has(text.charAt(end - 1))) {
        if (!Alphabet.ALPHANUMERIC.at(text, end) && SaidOf.joins(text, end, label)) {
          return end;
        }
      }
    }
    return -1;
  }

  private static void find(Reading reading, long topics, int end) {
    for (long left = topics; left != 0; left &= left - 1) {
      Topic topic = TOPICS[Long.numberOfTrailingZeros(left)];
      if (!topic.form().isNone() && !EVERYDAY.contains(topic) && find(reading, topic, end)) {
        return;
      }
    }
  }

  /** Takes the longest value of the topic's form that ends there. */
  private static boolean find(Reading reading, Topic topic, int end) {
    String text = reading.text();
    int found = -1;
    int at = end;
    while (at > 0 && end - at < LONGEST && isPart(text, at - 1, end)) {
      at--;
      boolean begins =
          Alphabet.ALPHANUMERIC.has(text.charAt(at)) && !Alphabet.ALPHANUMERIC.at(text, at - 1);
      LabelledValue value = new LabelledValue(text, topic.form(), at + 1);
      if (begins
          && value.read(at)
          && value.end() == end
          && LabelledFinder.isRight(reading, topic, value)) {
        found = value.isAccepted() && value.isCapitalised() ? at : found;
      }
    }
    if (found < 0) {
      return false;
    }
    reading.add(topic.rule(), found, end);
    return true;
  }

  /** Capitals, digits, and single signs between. */
  private static boolean isPart(String text, int at, int end) {
    char c = text.charAt(at);
    return Alphabet.UPPER_ALPHANUMERIC.has(c)
        || (JOINTS.indexOf(c) >= 0 && at + 1 < end && Alphabet.UPPER_ALPHANUMERIC.at(text, at + 1));
  }
}
