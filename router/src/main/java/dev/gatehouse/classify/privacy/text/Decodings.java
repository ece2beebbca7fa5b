package dev.gatehouse.classify.privacy.text;

import java.util.ArrayList;
import java.util.List;

/** What the encodings found in one text. */
final class Decodings {

  /** Words before an encoded stretch that say what it is: "patient id:". */
  private static final int MAX_CONTEXT = 48;

  private final NormalizedText source;
  private final DecodingBudget budget;
  private final List<Decoded> found = new ArrayList<>();
  private final List<int[]> read = new ArrayList<>();
  private boolean overflowed;

  Decodings(NormalizedText source, DecodingBudget budget) {
    this.source = source;
    this.budget = budget;
  }

  /** Adds a text with surroundings of its own: of a document within the text. */
  void add(OffsetMap text, Surroundings surroundings) {
    found.add(new Decoded(text, 0, surroundings, true));
  }

  /**
   * Adds a text that stands for a stretch of the source, whose other encodings were not yet read.
   */
  void add(OffsetMap text, boolean certain) {
    found.add(new Decoded(text, 0, source.surroundings(), certain));
  }

  /** Adds what one stretch of the source stands for, after the words before it. */
  void add(int start, int end, CharSequence decoded) {
    OffsetMap text = context(start);
    int context = text.length();
    text.append(decoded, source.originalStart(start), source.originalEnd(end));
    found.add(new Decoded(text, context, source.surroundings(), true));
  }

  /** Adds a text that {@link #context} began. */
  void add(OffsetMap text, int context) {
    found.add(new Decoded(text, context, source.surroundings(), true));
  }

  /** The words before {@code start}: no digits or addresses, which would be cut. */
  OffsetMap context(int start) {
    String text = source.text();
    int from = start;
    while (from > 0 && start - from < MAX_CONTEXT && isContext(text.charAt(from - 1))) {
      from--;
    }
    while (from < start
        && from > 0
        && Character.isLetterOrDigit(text.charAt(from - 1))
        && Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    OffsetMap context = new OffsetMap(start - from + 16);
    context.copy(text, source.origin(), from, start);
    return context;
  }

  private static boolean isContext(char c) {
    return Character.isLetter(c) || " :=_-\"'(),+".indexOf(c) >= 0;
  }

  /** Says that a stretch was decoded as text from its beginning to its end. */
  void markRead(int start, int end) {
    read.add(new int[] {source.originalStart(start), source.originalEnd(end)});
  }

  /** Says that more would have come out than may. */
  void overflow() {
    overflowed = true;
  }

  boolean overflowed() {
    return overflowed;
  }

  DecodingBudget budget() {
    return budget;
  }

  List<Decoded> found() {
    return found;
  }

  List<int[]> read() {
    return read;
  }
}
