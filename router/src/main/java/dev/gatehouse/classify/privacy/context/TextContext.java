package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Words;

/** What the words and the form of one text tell, worked out once for all its names. */
final class TextContext {

  private static final int HEAD = 12;
  private static final int TAIL = 12;

  /** A cue that is met so often is what the text is about. */
  private static final int OFTEN = 3;

  private final Words words;
  private final long[] cues;
  private final int[] lines;
  private final long all;
  private final long often;
  private final long genres;

  TextContext(NormalizedText text, CueLexicon lexicon) {
    this.words = text.words();
    this.cues = new long[words.count()];
    int[] counts = new int[Long.SIZE];
    for (int i = 0; i < cues.length; i++) {
      cues[i] = words.isWord(i) ? lexicon.of(text.text(), words.start(i), words.end(i)) : 0;
      for (long rest = cues[i]; rest != 0; rest &= rest - 1) {
        counts[Long.numberOfTrailingZeros(rest)]++;
      }
    }
    this.all = atLeast(counts, 1);
    this.often = atLeast(counts, OFTEN);
    LineShapes shapes = new LineShapes(text, cues);
    this.lines = shapes.lineOfWord();
    this.genres = shapes.genres();
  }

  private static long atLeast(int[] counts, int least) {
    long set = 0;
    for (int i = 0; i < counts.length; i++) {
      set |= counts[i] >= least ? 1L << i : 0;
    }
    return set;
  }

  Words words() {
    return words;
  }

  /** The cues of the whole text. */
  long all() {
    return all;
  }

  /** The cues that are met three times or more. */
  long often() {
    return often;
  }

  /** A set of {@link Genre}. */
  long genres() {
    return genres;
  }

  long head() {
    return between(0, HEAD);
  }

  long tail() {
    return between(cues.length - TAIL, cues.length);
  }

  /** The cues of the words {@code from} to {@code to}; beyond the text there are none. */
  long between(int from, int to) {
    long found = 0;
    for (int i = Math.max(0, from); i < Math.min(cues.length, to); i++) {
      found |= cues[i];
    }
    return found;
  }

  /** The number of the line that a word stands on. */
  int line(int word) {
    return lines[word];
  }

  boolean isOnLine(int word, int line) {
    return word >= 0 && word < lines.length && lines[word] == line;
  }
}
