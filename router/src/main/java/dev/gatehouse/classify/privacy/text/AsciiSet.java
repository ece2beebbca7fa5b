package dev.gatehouse.classify.privacy.text;

/**
 * Some ASCII characters.
 *
 * @param low a bit for each of the characters 0 to 63
 * @param high a bit for each of the characters 64 to 127
 */
public record AsciiSet(long low, long high) {

  /**
   * Those that a text is made of.
   *
   * @throws IllegalArgumentException if it has others than ASCII
   */
  public static AsciiSet of(String text) {
    long low = 0;
    long high = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        throw new IllegalArgumentException("expected ASCII");
      }
      low |= c < 64 ? 1L << c : 0;
      high |= c >= 64 ? 1L << (c - 64) : 0;
    }
    return new AsciiSet(low, high);
  }
}
