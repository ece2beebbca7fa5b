package dev.gatehouse.classify.privacy.context;

import java.util.Arrays;

/**
 * The features of one name, as the indexes of those that hold: template times 64 plus a cue, a
 * genre, a sign or another small number. Not for use by several threads.
 */
final class Features {

  /** Numbers that a template has. */
  private static final int WIDTH = 64;

  /** How many features there are. */
  static final int SIZE = Template.values().length * WIDTH;

  /** What the number beside it is, and where it was met. */
  enum Template {
    TEXT_CUE(0),
    OFTEN_CUE(1),
    HEAD_CUE(2),
    TAIL_CUE(3),
    VICINITY_CUE(4),
    LINE_CUE(5),
    BEFORE_CUE(6),
    AFTER_CUE(7),
    JUST_BEFORE_CUE(8),
    JUST_AFTER_CUE(9),
    KEY_CUE(10),
    SIBLING_CUE(11),
    GENRE(12),
    NAME(13),
    BESIDE_IN_TEXT(14),
    BESIDE_NEARBY(15),
    SIGN_BEFORE(16),
    SIGN_AFTER(17),
    KNOWN_GENRE(18),
    BARE_GENRE(19),
    FULL_GENRE(20),
    BARE_CUE(21),
    FULL_CUE(22),
    KNOWN_CUE(23),
    ADDRESS_CUE(24),
    ADDRESS_GENRE(25),
    SHORT_TEXT_CUE(26),
    QUESTION_CUE(27),
    SELF_CUE(28),
    NO_SELF_CUE(29),
    STORY_CUE(30),
    BESIDE_CUE(31);

    private final int index;

    Template(int index) {
      this.index = index;
    }
  }

  private int[] indexes = new int[128];
  private int count;

  void add(Template template, int number) {
    if (count == indexes.length) {
      indexes = Arrays.copyOf(indexes, count * 2);
    }
    indexes[count++] = template.index * WIDTH + number;
  }

  void add(NameFact fact) {
    add(Template.NAME, fact.index());
  }

  /** Adds every number whose bit is set. */
  void addAll(Template template, long bits) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      add(template, Long.numberOfTrailingZeros(rest));
    }
  }

  int[] indexes() {
    return Arrays.copyOf(indexes, count);
  }
}
