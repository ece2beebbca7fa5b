package dev.gatehouse.classify.privacy.context;

/** What a name itself tells, and how it stands among the others. At most 64. */
enum NameFact {
  ALWAYS(0),
  ONE_WORD(1),
  TWO_WORDS(2),
  THREE_WORDS(3),
  MORE_WORDS(4),
  LOWER_CASE(5),
  UPPER_CASE(6),
  DIGIT(7),
  INITIAL(8),
  HYPHEN(9),
  UNSPACED(10),
  OTHER_SCRIPT(11),
  BEGINS_LINE(12),
  ENDS_LINE(13),
  ALONE_ON_LINE(14),
  BEGINS_TEXT(15),
  ENDS_TEXT(16),
  POSSESSIVE(17),
  SPEAKER(18),
  SIGNATURE(19),
  ADDRESSED(20),
  REPEATED(21),
  ONE_NAME(22),
  TWO_NAMES(23),
  FEW_NAMES(24),
  MANY_NAMES(25),
  PUBLIC(26),
  CHARACTER(27),
  PLACEHOLDER(28),
  SURNAME(29),
  FORENAME(30),
  KNOWN_IN_TEXT(31),
  KNOWN_MOSTLY(32),
  ADDRESS(33),
  WHOLE_TEXT(34),
  BARE_OF_FULL(35),
  FULL_IN_TEXT(36);

  private final int index;

  NameFact(int index) {
    this.index = index;
  }

  /** Its place among the features, which the trained weights depend on. */
  int index() {
    return index;
  }
}
