package dev.gatehouse.classify.privacy.identifiers;

/**
 * Values that a label vouches for: what stands after the label in the line, under its key, or in
 * its column, in the form that such values have.
 */
final class LabelledFinder implements Finder {

  /** Words that such numbers are not said with: how many are passed over. */
  private static final int MOST_REJECTED = 2;

  @Override
  public void find(Reading reading) {
    Labels labels = reading.labels();
    if (labels.key() != 0) {
      find(reading, labels.key(), 0, reading.text().length());
    }
    labels.columns().forEach((topics, start, end) -> find(reading, topics, start, end));
    for (int i = 0; i < labels.count(); i++) {
      int next = i + 1 < labels.count() ? labels.start(i + 1) : reading.text().length();
      find(reading, labels.topics(i), labels.end(i), Math.max(next, labels.end(i)));
    }
  }

  /** Looks for a value of one of the topics that begins in a stretch. */
  private static void find(Reading reading, long topics, int from, int to) {
    for (long left = topics; left != 0; left &= left - 1) {
      Topic topic = TOPICS[Long.numberOfTrailingZeros(left)];
      if (!topic.form().isNone() && find(reading, topic, from, to)) {
        return;
      }
    }
  }

  private static final Topic[] TOPICS = Topic.values();

  private static boolean find(Reading reading, Topic topic, int from, int to) {
    Form form = topic.form();
    int limit = Math.min(to, from + form.reach());
    LabelledValue value = new LabelledValue(reading.text(), form, limit);
    int at = from;
    for (int rejected = 0; rejected < MOST_REJECTED && value.read(at); rejected++) {
      if (value.isAccepted() && isRight(reading, topic, value)) {
        reading.add(topic.rule(), value.start(), value.end());
        return true;
      }
      at = value.end();
    }
    return false;
  }

  private static boolean isRight(Reading reading, Topic topic, LabelledValue value) {
    if (!reading.isFree(value.start(), value.end()) || CheckDigits.isMonotone(value.compact())) {
      return false;
    }
    if (topic == Topic.LAST_FOUR) {
      return Topic.CARD.isIn(reading.labels().within(value.start(), 80));
    }
    if (topic == Topic.PLATE) {
      return value.isCapitalised() && value.digits() < value.length();
    }
    boolean checked = topic == Topic.SIN || topic == Topic.CARD;
    return !checked || CheckDigits.luhn(value.compact());
  }
}
