package dev.gatehouse.egress;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Values to be found in texts, as digests by length. Takes time in proportion to the text whatever
 * the values are; two texts of one digest count as equal, which can only hold a call back.
 */
final class NeedleSet {

  /** Of longer values their beginning is looked for, so that few lengths are tried. */
  private static final int LONGEST = 64;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final Map<Integer, Set<Long>> digests = new TreeMap<>();

  private NeedleSet() {}

  static NeedleSet of(List<String> normalized) {
    NeedleSet set = new NeedleSet();
    for (String value : normalized) {
      PlainText plain = PlainText.of(value);
      if (plain.length() > 0) {
        int length = Math.min(plain.length(), LONGEST);
        long digest = digests(plain)[length];
        set.digests.computeIfAbsent(length, _ -> new HashSet<>()).add(digest);
      }
    }
    return set;
  }

  boolean isEmpty() {
    return digests.isEmpty();
  }

  /**
   * Whether any value stands in a text as whole words.
   *
   * @param least shorter values are not looked for
   */
  boolean isIn(PlainText text, int least) {
    if (isEmpty() || text.length() == 0) {
      return false;
    }
    Haystack hay = new Haystack(text, digests(text), powers(text.length()), runEnds(text), least);
    for (int start = 0; start < text.length(); start++) {
      if (text.first()[start] && startsAt(start, hay)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsAt(int start, Haystack hay) {
    for (Map.Entry<Integer, Set<Long>> each : digests.entrySet()) {
      int length = each.getKey();
      if (start + length > hay.runEnds[start]) {
        return false;
      }
      if (hay.isWhole(start, length) && each.getValue().contains(hay.digest(start, length))) {
        return true;
      }
    }
    return false;
  }

  /** A text made ready to be searched. */
  private record Haystack(PlainText text, long[] sums, long[] powers, int[] runEnds, int least) {

    boolean isWhole(int start, int length) {
      return length >= least && (text.first()[start + length] || length == LONGEST);
    }

    long digest(int start, int length) {
      return sums[start + length] - sums[start] * powers[length];
    }
  }

  /** Where each character's run of words ends that stand close to each other. */
  private static int[] runEnds(PlainText text) {
    int[] ends = new int[text.length()];
    int end = text.length();
    for (int i = text.length() - 1; i >= 0; i--) {
      ends[i] = end;
      if (text.far()[i]) {
        end = i;
      }
    }
    return ends;
  }

  private static long[] digests(PlainText text) {
    long[] sums = new long[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      sums[i + 1] = sums[i] * FACTOR + text.characters()[i] + 1;
    }
    return sums;
  }

  private static long[] powers(int count) {
    long[] powers = new long[Math.min(count, LONGEST) + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * FACTOR;
    }
    return powers;
  }
}
