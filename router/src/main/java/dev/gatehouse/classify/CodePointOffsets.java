package dev.gatehouse.classify;

import java.util.Optional;

/**
 * The UTF-16 offsets of code points of one text. Goes on from the place asked for last, so that
 * findings in document order take time in proportion to the text all together. For one thread.
 */
public final class CodePointOffsets {
  private final String text;
  private int codePoint;
  private int unit;

  /** Of this text. */
  public CodePointOffsets(String text) {
    this.text = text;
  }

  /** The text. */
  public String text() {
    return text;
  }

  /** The UTF-16 offset of a code point; empty where the text has none there. */
  public Optional<Integer> unit(int wanted) {
    try {
      unit = text.offsetByCodePoints(unit, wanted - codePoint);
      codePoint = wanted;
      return Optional.of(unit);
    } catch (IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }
}
