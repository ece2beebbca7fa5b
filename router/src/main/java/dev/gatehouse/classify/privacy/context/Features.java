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
    TEXT_CUE,
    OFTEN_CUE,
    HEAD_CUE,
    TAIL_CUE,
    VICINITY_CUE,
    LINE_CUE,
    BEFORE_CUE,
    AFTER_CUE,
    JUST_BEFORE_CUE,
    JUST_AFTER_CUE,
    KEY_CUE,
    SIBLING_CUE,
    GENRE,
    NAME,
    BESIDE_IN_TEXT,
    BESIDE_NEARBY,
    SIGN_BEFORE,
    SIGN_AFTER,
    KNOWN_GENRE,
    BARE_GENRE,
    FULL_GENRE,
    BARE_CUE,
    FULL_CUE,
    KNOWN_CUE,
    ADDRESS_CUE,
    ADDRESS_GENRE,
    SHORT_TEXT_CUE,
    QUESTION_CUE,
    SELF_CUE,
    NO_SELF_CUE,
    STORY_CUE,
    BESIDE_CUE
  }

  private int[] indexes = new int[128];
  private int count;

  void add(Template template, int number) {
    if (count == indexes.length) {
      indexes = Arrays.copyOf(indexes, count * 2);
    }
    indexes[count++] = template.ordinal() * WIDTH + number;
  }

  void add(Template template, Enum<?> number) {
    add(template, number.ordinal());
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
