package dev.gatehouse.classify.privacy.context;

/** What the form of a text tells, whatever its words are. At most 64. */
enum Genre {
  UP_TO_15_WORDS(0),
  UP_TO_40_WORDS(1),
  UP_TO_120_WORDS(2),
  UP_TO_400_WORDS(3),
  LONGER(4),
  ONE_LINE(5),
  MANY_LINES(6),
  ASKS(7),
  ENDS_WITH_QUESTION(8),
  BEGINS_WITH_QUESTION(9),
  GREETS(10),
  CLOSES(11),
  MAIL_HEAD(12),
  ROWS(13),
  LABELLED_LINES(14),
  SPEAKERS(15),
  BULLETS(16),
  CODE_FENCE(17),
  MANY_BRACKETS(18),
  JSON(19),
  TAGS(20),
  QUOTES(21),
  DIGITS(22),
  LOWER_CASE(23);

  private final int index;

  Genre(int index) {
    this.index = index;
  }

  long bit() {
    return 1L << index;
  }

  boolean isIn(long genres) {
    return (genres & bit()) != 0;
  }
}
