package dev.gatehouse.classify.privacy.text;

import java.util.Arrays;

/**
 * A text made from an original, with the place in the original that each of its UTF-16 units came
 * from.
 */
final class OffsetMap {

  private final StringBuilder text;
  private int[] starts;
  private byte[] lengths;

  OffsetMap(int expectedLength) {
    text = new StringBuilder(expectedLength);
    starts = new int[Math.max(16, expectedLength)];
    lengths = new byte[Math.max(16, expectedLength)];
  }

  /** Appends one unit made of {@code start} to {@code end} of the original. */
  void append(char unit, int start, int end) {
    int at = text.length();
    if (at == starts.length) {
      starts = Arrays.copyOf(starts, at * 2);
      lengths = Arrays.copyOf(lengths, at * 2);
    }
    text.append(unit);
    starts[at] = start;
    lengths[at] = (byte) Math.min(Byte.MAX_VALUE, end - start);
  }

  String text() {
    return text.toString();
  }

  /** First original unit of the unit at {@code index}. */
  int start(int index) {
    return starts[index];
  }

  /** One past the last original unit of the unit at {@code index}. */
  int end(int index) {
    return starts[index] + lengths[index];
  }
}
