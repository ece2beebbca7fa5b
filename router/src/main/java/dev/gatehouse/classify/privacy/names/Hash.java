package dev.gatehouse.classify.privacy.names;

/** Hashes of words and of features; the trained weights depend on every bit of them. */
final class Hash {

  /** Of no unit at all. */
  private static final int EMPTY = 0x811C9DC5;

  private static final int PRIME = 0x01000193;

  private Hash() {}

  /** Of a stretch of text in lower case (FNV-1a over UTF-16 units, then mixed). */
  static int lower(CharSequence text, int start, int end) {
    int hash = EMPTY;
    for (int i = start; i < end; i++) {
      hash = next(hash, text.charAt(i));
    }
    return mix(hash);
  }

  /** One unit more, before {@link #mix}. */
  private static int next(int hash, char c) {
    return (hash ^ lower(c)) * PRIME;
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

  /** Spreads the bits. */
  static int mix(int value) {
    int mixed = value;
    mixed = (mixed ^ (mixed >>> 16)) * 0x7FEB352D;
    mixed = (mixed ^ (mixed >>> 15)) * 0x846CA68B;
    return mixed ^ (mixed >>> 16);
  }
}
