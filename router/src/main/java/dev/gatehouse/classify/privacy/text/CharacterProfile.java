package dev.gatehouse.classify.privacy.text;

/**
 * Which ASCII characters a text has, taken in one pass, so that most detectors need not read it.
 *
 * @param low a bit for each of the characters 0 to 63
 * @param high a bit for each of the characters 64 to 127
 * @param digits how many ASCII digits
 */
record CharacterProfile(long low, long high, int digits) {

  static CharacterProfile of(String text) {
    long low = 0;
    long high = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 64) {
        low |= 1L << c;
        digits += c >= '0' && c <= '9' ? 1 : 0;
      } else if (c < 128) {
        high |= 1L << (c - 64);
      }
    }
    return new CharacterProfile(low, high, digits);
  }

  boolean has(char ascii) {
    return ascii < 64 ? (low >>> ascii & 1) != 0 : (high >>> (ascii - 64) & 1) != 0;
  }
}
