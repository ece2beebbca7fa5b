package dev.gatehouse.classify.privacy.text;

/**
 * Which ASCII characters a text has, and where its digits are, taken in one pass, so that most
 * detectors need not read it.
 */
final class CharacterProfile {

  private static final long[] NOWHERE = {};

  private final int length;
  private final long low;
  private final long high;
  private final int digits;

  /** A bit for each unit of the text, set for a digit; empty where the text has none. */
  private final long[] places;

  CharacterProfile(String text) {
    long lowBits = 0;
    long highBits = 0;
    int count = 0;
    long[] bits = NOWHERE;
    length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 64) {
        lowBits |= 1L << c;
        if (c >= '0' && c <= '9') {
          bits = count++ == 0 ? new long[(length + 63) >>> 6] : bits;
          bits[i >>> 6] |= 1L << i;
        }
      } else if (c < 128) {
        highBits |= 1L << (c - 64);
      }
    }
    low = lowBits;
    high = highBits;
    digits = count;
    places = bits;
  }

  boolean has(char ascii) {
    return ascii < 64 ? (low >>> ascii & 1) != 0 : (high >>> (ascii - 64) & 1) != 0;
  }

  /** Whether all of some ASCII characters occur, as bits for 0 to 63 and for 64 to 127. */
  boolean hasAll(long lowBits, long highBits) {
    return (lowBits & ~low) == 0 && (highBits & ~high) == 0;
  }

  int digits() {
    return digits;
  }

  /** The place of the first digit at or after {@code from}, or the text's length. */
  int nextDigit(int from) {
    int word = from >>> 6;
    if (word >= places.length) {
      return length;
    }
    long bits = places[word] & -1L << from;
    while (bits == 0) {
      if (++word == places.length) {
        return length;
      }
      bits = places[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(bits);
  }
}
