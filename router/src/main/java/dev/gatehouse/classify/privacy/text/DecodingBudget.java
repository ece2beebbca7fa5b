package dev.gatehouse.classify.privacy.text;

/**
 * How much may still be decoded of one document. Not for use by several threads.
 *
 * <p>A document in layers of encodings, or compressed a thousandfold, would otherwise cost what its
 * sender likes.
 */
public final class DecodingBudget {

  private final int maxLayers;
  private long charactersLeft;

  /**
   * A fresh one.
   *
   * @param maxLayers encodings within each other, at least 1
   * @param maxCharacters UTF-16 units of all decoded texts together
   */
  public DecodingBudget(int maxLayers, long maxCharacters) {
    this.maxLayers = maxLayers;
    this.charactersLeft = maxCharacters;
  }

  int maxLayers() {
    return maxLayers;
  }

  /** Takes some; false where there are not as many left. */
  boolean take(int characters) {
    charactersLeft -= characters;
    return charactersLeft >= 0;
  }

  /** The most that may be made of compressed data now. */
  int mostBytes() {
    return Math.clamp(charactersLeft, 0, Inflation.MAX_BYTES);
  }
}
