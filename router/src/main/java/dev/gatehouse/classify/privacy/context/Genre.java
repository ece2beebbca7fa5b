package dev.gatehouse.classify.privacy.context;

/** What the form of a text tells, whatever its words are. At most 64. */
enum Genre {
  UP_TO_15_WORDS,
  UP_TO_40_WORDS,
  UP_TO_120_WORDS,
  UP_TO_400_WORDS,
  LONGER,
  ONE_LINE,
  MANY_LINES,
  ASKS,
  ENDS_WITH_QUESTION,
  BEGINS_WITH_QUESTION,
  GREETS,
  CLOSES,
  MAIL_HEAD,
  ROWS,
  LABELLED_LINES,
  SPEAKERS,
  BULLETS,
  CODE_FENCE,
  MANY_BRACKETS,
  JSON,
  TAGS,
  QUOTES,
  DIGITS,
  LOWER_CASE;

  long bit() {
    return 1L << ordinal();
  }

  boolean isIn(long genres) {
    return (genres & bit()) != 0;
  }
}
