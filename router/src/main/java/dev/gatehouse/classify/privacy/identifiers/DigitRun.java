package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Alphabet;

/**
 * Groups of digits, each parted from the next by one space, dash or dot. A group that is part of a
 * longer token of letters and digits (hex, base64) ends the run and belongs to none.
 */
final class DigitRun {
  private static final int MOST_SEPARATORS = 3;

  /** Characters of the shortest digest that is written in hexadecimal digits. */
  private static final int SHORTEST_DIGEST = 24;

  /** More groups than any number has; a longer run goes on as the next one. */
  private static final int MAX_GROUPS = 64;

  /** Groups that a longer run's parts share, so that no number is cut. */
  private static final int SHARED_GROUPS = 5;

  /** Printed numbers have no more groups, unless the groups are even. */
  private static final int MAX_UNEVEN_GROUPS = 5;

  private final String text;
  private final int[] starts = new int[MAX_GROUPS];
  private final int[] ends = new int[MAX_GROUPS];
  private int groups;
  private boolean dotted;
  private int resumeAt;

  private DigitRun(String text, int from) {
    this.text = text;
    int at = nextGroup(from);
    resumeAt = text.length();
    while (at >= 0) {
      int end = Alphabet.DIGIT.runEnd(text, at, Integer.MAX_VALUE);
      resumeAt = end;
      if (isToken(at, end)) {
        starts[groups] = at;
        ends[groups++] = end;
        at = groups < MAX_GROUPS ? following(end) : -1;
      } else {
        at = groups == 0 ? nextGroup(end) : -1;
      }
    }
    if (groups == MAX_GROUPS) {
      resumeAt = starts[MAX_GROUPS - SHARED_GROUPS];
    }
  }

  static DigitRun first(String text) {
    return new DigitRun(text, 0);
  }

  DigitRun next() {
    return new DigitRun(text, resumeAt);
  }

  boolean exists() {
    return groups > 0;
  }

  int groups() {
    return groups;
  }

  int start(int group) {
    return starts[group];
  }

  int end(int group) {
    return ends[group];
  }

  int length(int group) {
    return ends[group] - starts[group];
  }

  /**
   * Whether the groups may be read as one number: no dots, as decimal fractions have, and few
   * groups or even ones, unlike a row of numbers.
   */
  boolean isWhole() {
    return !dotted && (groups <= MAX_UNEVEN_GROUPS || isEven());
  }

  private boolean isEven() {
    for (int group = 1; group < groups - 1; group++) {
      if (length(group) != length(0)) {
        return false;
      }
    }
    return true;
  }

  /** The digits of some groups together; empty text where they are too many for a card. */
  String digits(int first, int count) {
    StringBuilder digits = new StringBuilder(CardIssuers.MAX_DIGITS);
    for (int group = first; group < first + count; group++) {
      if (digits.length() + length(group) > CardIssuers.MAX_DIGITS) {
        return "";
      }
      digits.append(text, starts[group], ends[group]);
    }
    return digits.toString();
  }

  private int nextGroup(int from) {
    for (int i = from; i < text.length(); i++) {
      if (Alphabet.DIGIT.has(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Where the group after one to three separators begins, or -1. */
  private int following(int end) {
    int next = end;
    while (next < text.length() && next - end < MOST_SEPARATORS && isSeparator(text.charAt(next))) {
      next++;
    }
    if (next == end || !Alphabet.DIGIT.at(text, next)) {
      return -1;
    }
    dotted |= text.charAt(end) == '.';
    return next;
  }

  /**
   * What people and programs put between the groups of one number, line ends included; not the
   * commas of a list.
   */
  private static boolean isSeparator(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || "-./_|:*\u00b7\u2022\u2013\u2014".indexOf(c) >= 0;
  }

  /** Whether a group stands after a decimal point, as in 0.4111111111111111. */
  boolean isFraction(int group) {
    int point = starts[group] - 1;
    return point >= 1 && text.charAt(point) == '.' && Alphabet.DIGIT.at(text, point - 1);
  }

  /**
   * A word beside the digits is allowed (PAN4111..., the B of a magnetic stripe); hexadecimal
   * letters are not where the whole may be a digest.
   */
  private boolean isToken(int start, int end) {
    int before = start;
    while (before > 0 && start - before < 32 && Alphabet.LETTER.has(text.charAt(before - 1))) {
      before--;
    }
    int after = Alphabet.LETTER.runEnd(text, end, 32);
    boolean shorterThanADigest = after - before < SHORTEST_DIGEST;
    return (shorterThanADigest || (isWordOrNothing(before, start) && isWordOrNothing(end, after)))
        && !Alphabet.ALPHANUMERIC.at(text, before - 1)
        && !Alphabet.ALPHANUMERIC.at(text, after);
  }

  private boolean isWordOrNothing(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Alphabet.HEX.has(text.charAt(i))) {
        return true;
      }
    }
    return from == to;
  }
}
