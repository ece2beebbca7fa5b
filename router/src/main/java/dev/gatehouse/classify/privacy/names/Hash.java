package dev.gatehouse.classify.privacy.names;

/** Hashes of words and of features; the trained weights depend on every bit of them. */
final class Hash {

  private static final int SEED = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  private Hash() {}

  /** Of a stretch of text in lower case (FNV-1a over UTF-16 units, then mixed). */
  static int lower(CharSequence text, int start, int end) {
    int hash = SEED;
    for (int i = start; i < end; i++) {
      hash = (hash ^ lower(text.charAt(i))) * PRIME;
    }
    return mix(hash);
  }

  private static char lower(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
    return Character.toLowerCase(c);
  }

  /** Of a whole text in lower case. */
  static int lower(CharSequence text) {
    return lower(text, 0, text.length());
  }

  /** Of two values in this order. */
  static int of(int first, int second) {
    return mix(first * 0x9E3779B1 + Integer.rotateLeft(second, 15) * 0x85EBCA6B + 0x27D4EB2F);
  }

  private static int mix(int value) {
    int mixed = value;
    mixed = (mixed ^ (mixed >>> 16)) * 0x7FEB352D;
    mixed = (mixed ^ (mixed >>> 15)) * 0x846CA68B;
    return mixed ^ (mixed >>> 16);
  }
}
