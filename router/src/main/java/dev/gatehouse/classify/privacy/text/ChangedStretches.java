package dev.gatehouse.classify.privacy.text;

import java.util.Arrays;
import java.util.function.Consumer;

/** Where a text differs from the one that it was made of, with whole words around. */
final class ChangedStretches {

  /** Units before and after a change that tell what it is. */
  private static final int MARGIN = 64;

  private final OffsetMap text;
  private int[] changes = new int[8];
  private int count;

  ChangedStretches(OffsetMap text) {
    this.text = text;
  }

  /** Says that what is appended next is a change. */
  void mark() {
    if (count == changes.length) {
      changes = Arrays.copyOf(changes, count * 2);
    }
    changes[count++] = text.length();
  }

  /** Gives every stretch, none of them overlapping. */
  void forEach(Consumer<OffsetMap> taker) {
    int earliest = 0;
    for (int i = 0; i < count; ) {
      int start = wordStart(Math.max(earliest, changes[i] - MARGIN), earliest);
      int end = wordEnd(changes[i] + MARGIN);
      for (i++; i < count && changes[i] <= end; i++) {
        end = changes[i] + MARGIN > end ? wordEnd(changes[i] + MARGIN) : end;
      }
      taker.accept(text.slice(start, end));
      earliest = end;
    }
  }

  private int wordStart(int at, int earliest) {
    int start = at;
    while (start > earliest && !isGap(start)) {
      start--;
    }
    return start;
  }

  private int wordEnd(int at) {
    int end = Math.min(at, text.length());
    while (end < text.length() && !isGap(end)) {
      end++;
    }
    return end;
  }

  /** Whether {@code at} is between words, and not between two groups of digits. */
  private boolean isGap(int at) {
    char before = text.unit(at - 1);
    char after = text.unit(at);
    return (before <= ' ' && after > ' ' && !Alphabet.DIGIT.has(after))
        || (after <= ' ' && before > ' ' && !Alphabet.DIGIT.has(before));
  }
}
