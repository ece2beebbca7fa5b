package dev.gatehouse.redact;

import java.math.BigInteger;

/** Digits and letters out of one digest, in order: the same digest gives the same ones. */
final class Draw {

  /** As many decimal digits as a digest of 256 bits can give with no bias worth the name. */
  static final int MOST_DIGITS = 60;

  /** Letters and digits that nobody takes for each other. */
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private BigInteger left;

  Draw(byte[] digest) {
    this.left = new BigInteger(1, digest);
  }

  int below(int bound) {
    BigInteger[] parts = left.divideAndRemainder(BigInteger.valueOf(bound));
    left = parts[0];
    return parts[1].intValue();
  }

  char digit() {
    return (char) ('0' + below(10));
  }

  String word(int length) {
    StringBuilder word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      word.append(ALPHABET.charAt(below(ALPHABET.length())));
    }
    return word.toString();
  }
}
