package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.NormalizedText;

/**
 * A text's runs of digits, one after the other: groups, each parted from the next by one space,
 * dash or dot. A group that is part of a longer token of letters and digits (hex, base64) ends the
 * run and belongs to none.
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

  private final NormalizedText normalized;
  private final String text;
  private final int[] starts = new int[MAX_GROUPS];
  private final int[] ends = new int[MAX_GROUPS];
  private int groups;
  private boolean dotted;
  private int resumeAt;

  /** Before the first run of a text. */
  DigitRun(NormalizedText normalized) {
    this.normalized = normalized;
    this.text = normalized.text();
  }

  /** Goes on to the next run; false where there is none. */
  boolean next() {
    int at = nextGroup(resumeAt);
    resumeAt = text.length();
    groups = 0;
    dotted = false;
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

  /** The digits of some groups together; empty text where no card has as few or as many. */
  String digits(int first, int count) {
    int length = 0;
    for (int group = first; group < first + count; group++) {
      length += length(group);
    }
    if (length < CardIssuers.MIN_DIGITS || length > CardIssuers.MAX_DIGITS) {
      return "";
    }
    StringBuilder digits = new StringBuilder(length);
    for (int group = first; group < first + count; group++) {
      digits.append(text, starts[group], ends[group]);
    }
    return digits.toString();
  }

  private int nextGroup(int from) {
    int next = normalized.nextDigit(from);
    return next < text.length() ? next : -1;
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
