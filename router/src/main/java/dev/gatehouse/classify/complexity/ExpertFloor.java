package dev.gatehouse.classify.complexity;

/**
 * The least difficulty of a question that asks for an expert's knowledge or for several steps,
 * however short it is. Set by hand: the data that the weights come from has such questions mostly
 * with answers to choose from, which makes them easier than they are in practice.
 */
final class ExpertFloor {

  private static final double FLOOR = 0.62;

  /** About one specialist term in 35 words. */
  private static final double MIN_DENSITY = 0.1;

  /** Three of the four steps that are counted. */
  private static final double MIN_STEPS = 0.75;

  private ExpertFloor() {}

  /**
   * 0 where no floor holds: for plain work on a given text or an invented one, and where answers
   * are given.
   */
  static double of(Features features) {
    boolean plain =
        switch (features.task()) {
          case CHAT, EXTRACTION, CLASSIFICATION, SUMMARIZATION, TRANSLATION, REWRITING, CREATIVE ->
              true;
          case QUESTION_ANSWERING, REASONING, MATH, CODE -> false;
        };
    if (plain || value(features, "choices") > 0) {
      return 0;
    }
    boolean expert = value(features, "specialist-density") >= MIN_DENSITY;
    return expert || value(features, "steps") >= MIN_STEPS ? FLOOR : 0;
  }

  private static double value(Features features, String name) {
    return features.dense()[Features.NAMES.indexOf(name)];
  }
}
