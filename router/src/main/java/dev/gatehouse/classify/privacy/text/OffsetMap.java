package dev.gatehouse.classify.privacy.text;

import java.util.Arrays;

/**
 * A text made from an original, with the place in the original that each of its UTF-16 units came
 * from.
 */
final class OffsetMap implements Origin {

  private char[] units;
  private int[] starts;
  private int[] ends;
  private int length;

  OffsetMap(int expectedLength) {
    int size = Math.max(16, expectedLength);
    units = new char[size];
    starts = new int[size];
    ends = new int[size];
  }

  /** Appends one unit made of {@code start} to {@code end} of the original. */
  void append(char unit, int start, int end) {
    if (length == units.length) {
      units = Arrays.copyOf(units, length * 2);
      starts = Arrays.copyOf(starts, length * 2);
      ends = Arrays.copyOf(ends, length * 2);
    }
    units[length] = unit;
    starts[length] = start;
    ends[length++] = end;
  }

  /** Appends units that are all made of {@code start} to {@code end} of the original. */
  void append(CharSequence text, int start, int end) {
    for (int i = 0; i < text.length(); i++) {
      append(text.charAt(i), start, end);
    }
  }

  /** Appends a stretch of a text as it is. */
  void copy(String text, Origin origin, int from, int to) {
    for (int i = from; i < to; i++) {
      append(text.charAt(i), origin.start(i), origin.end(i));
    }
  }

  /** The stretch from {@code from} to {@code to}. */
  OffsetMap slice(int from, int to) {
    OffsetMap slice = new OffsetMap(0);
    slice.units = Arrays.copyOfRange(units, from, to);
    slice.starts = Arrays.copyOfRange(starts, from, to);
    slice.ends = Arrays.copyOfRange(ends, from, to);
    slice.length = to - from;
    return slice;
  }

  int length() {
    return length;
  }

  char unit(int index) {
    return units[index];
  }

  /** Puts one unit in another's place. */
  void replace(int index, char unit) {
    units[index] = unit;
  }

  String text() {
    return new String(units, 0, length);
  }

  @Override
  public int start(int unit) {
    return starts[unit];
  }

  @Override
  public int end(int unit) {
    return ends[unit];
  }
}
