package dev.gatehouse.classify.privacy.text;

import java.util.Arrays;

/** Reads the bytes that a stretch of base64, base32 or hexadecimal digits stands for. */
final class BaseReader {

  /** An alphabet of RFC 4648, both forms of base64 as one. */
  static final class Base {

    static final Base HEX = new Base(4, "0123456789abcdef", "0123456789ABCDEF");
    static final Base BASE32 = new Base(5, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "");
    static final Base BASE64 =
        new Base(
            6,
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private final int bits;
    private final byte[] values = new byte[128];

    private Base(int bits, String digits, String others) {
      this.bits = bits;
      Arrays.fill(values, (byte) -1);
      for (int i = 0; i < digits.length(); i++) {
        values[digits.charAt(i)] = (byte) i;
      }
      for (int i = 0; i < others.length(); i++) {
        values[others.charAt(i)] = (byte) i;
      }
    }

    boolean has(char c) {
      return c < 128 && values[c] >= 0;
    }

    /** The most bytes that so many digits stand for. */
    int bytes(int digits) {
      return (int) ((long) digits * bits / 8);
    }
  }

  private final String text;
  private final int end;
  private final Base base;
  private int at;
  private int held;
  private int bits;

  BaseReader(Base base, String text, int start, int end) {
    this.base = base;
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** The next byte, 0 to 255; -1 at the end. White space is passed over. */
  int next() {
    while (bits < 8) {
      if (at >= end) {
        return -1;
      }
      char c = text.charAt(at);
      if (base.has(c)) {
        held = (held << base.bits | base.values[c]) & 0xFFFF;
        bits += base.bits;
      } else if (c > ' ' && c != '>') {
        return -1;
      }
      at++;
    }
    bits -= 8;
    return held >>> bits & 0xFF;
  }

  /** One past the last digit that was read. */
  int position() {
    return at;
  }

  /** All the bytes that are left, at most so many. */
  byte[] rest(int most) {
    byte[] bytes = new byte[Math.min(most, base.bytes(end - at) + 2)];
    int length = 0;
    int next = 0;
    while (length < bytes.length && (next = next()) >= 0) {
      bytes[length++] = (byte) next;
    }
    return Arrays.copyOf(bytes, length);
  }
}
