package dev.gatehouse.redact;

import java.util.Set;

/**
 * Where words begin and end in a text, for values that stand in it as whole words, and for names
 * that stand in it inflected or glued to other words.
 *
 * @param plain of {@code text}
 */
record WordEdges(String text, CompactText plain) {

  /** So long a run of digits is a value even where letters touch it. */
  private static final int LEAST_TOUCHED = 6;

  /** What surnames end in where they are said of somebody or of several. */
  private static final Set<String> ENDINGS = Set.of("s", "es", "ego", "emu", "owi", "iem");

  private static final int LONGEST_ENDING = 3;

  /** Letters of the shortest name before which an initial may stand. */
  private static final int LEAST_AFTER_INITIAL = 7;

  static WordEdges of(String text) {
    return new WordEdges(text, CompactText.of(text));
  }

  /** Whether any value may begin here. */
  boolean mayBegin(int at) {
    return plain.isParted(at) || isSeam(at) || plain.isParted(at - 1);
  }

  /**
   * One past the value that stands between two places, with the ending that a name may have there.
   *
   * @return 0 if it is a part of another word
   */
  int end(PrivateValue value, int start, int end) {
    if (isEdge(start, start, end) && isEdge(end, start, end)) {
      return end;
    }
    if (!value.isUnmistakable() || !beginsName(start, end)) {
      return 0;
    }
    return plain.isParted(end) || isSeam(end) ? end : endOfEnding(end);
  }

  private boolean isEdge(int at, int start, int end) {
    int inner = at == start ? start : end - 1;
    return plain.isParted(at)
        || (end - start >= LEAST_TOUCHED
            && plain.changesKind(at)
            && Character.isDigit(plain.characters().charAt(inner)));
  }

  private boolean beginsName(int start, int end) {
    return plain.isParted(start)
        || isSeam(start)
        || (end - start >= LEAST_AFTER_INITIAL && plain.isParted(start - 1));
  }

  private int endOfEnding(int end) {
    int inflected = end + 1;
    while (!plain.isParted(inflected) && inflected - end < LONGEST_ENDING) {
      inflected++;
    }
    boolean ends = plain.isParted(inflected) || isSeam(inflected);
    return ends && ENDINGS.contains(plain.characters().substring(end, inflected)) ? inflected : 0;
  }

  /** Whether two words are glued here: at a digit, or at the capital of the second. */
  private boolean isSeam(int at) {
    return plain.changesKind(at)
        || (isUpper(at) && (!isUpper(at - 1) || (at + 1 < plain.length() && !isUpper(at + 1))));
  }

  private boolean isUpper(int at) {
    return Character.isUpperCase(text.codePointAt(plain.starts()[at]));
  }
}
