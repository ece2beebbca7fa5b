package dev.gatehouse.classify.privacy.text;

import java.nio.charset.StandardCharsets;

/** Bytes one after the other, as long as they are UTF-8 that people or programs write. */
final class PlausibleText {

  private final StringBuilder text = new StringBuilder();
  private int codePoint;
  private int missing;
  private int least;

  /** Takes one byte; false where text ends with it. */
  boolean accept(int unsigned) {
    if (missing > 0) {
      return continues(unsigned);
    }
    if (unsigned < 0x80) {
      return isPrintable(unsigned) && append(unsigned);
    }
    if (unsigned >= 0xC2 && unsigned < 0xE0) {
      return begins(unsigned & 0x1F, 1, 0x80);
    }
    if (unsigned >= 0xE0 && unsigned < 0xF0) {
      return begins(unsigned & 0x0F, 2, 0x800);
    }
    return unsigned >= 0xF0 && unsigned < 0xF5 && begins(unsigned & 0x07, 3, 0x10000);
  }

  private boolean begins(int bits, int following, int smallest) {
    codePoint = bits;
    missing = following;
    least = smallest;
    return true;
  }

  private boolean continues(int unsigned) {
    if ((unsigned & 0xC0) != 0x80) {
      return false;
    }
    codePoint = codePoint << 6 | (unsigned & 0x3F);
    missing--;
    return missing > 0
        || (codePoint >= least
            && codePoint <= Character.MAX_CODE_POINT
            && isPrintable(codePoint)
            && append(codePoint));
  }

  private boolean append(int complete) {
    text.appendCodePoint(complete);
    return true;
  }

  /** What was accepted. */
  StringBuilder text() {
    return text;
  }

  static boolean isPrintable(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint >= ' ' ? codePoint != 0x7F : codePoint >= '\t' && codePoint <= '\r';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** Bytes that are text to the end, in UTF-8 or in UTF-16 of either order; else empty text. */
  static String whole(byte[] bytes) {
    PlausibleText utf8 = new PlausibleText();
    for (byte each : bytes) {
      if (!utf8.accept(each & 0xFF)) {
        return utf16(bytes);
      }
    }
    return utf8.text().toString();
  }

  private static String utf16(byte[] bytes) {
    boolean little = looksUtf16(bytes, 1) || startsWith(bytes, 0xFF, 0xFE);
    if (!little && !looksUtf16(bytes, 0) && !startsWith(bytes, 0xFE, 0xFF)) {
      return "";
    }
    String text = new String(bytes, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    return text.codePoints().allMatch(each -> isPrintable(each)) ? text : "";
  }

  /** Whether the beginning is Latin letters whose upper bytes stand at {@code upper}. */
  static boolean looksUtf16(byte[] bytes, int upper) {
    if (bytes.length < 8) {
      return false;
    }
    for (int i = 0; i < 8; i += 2) {
      if (bytes[i + upper] != 0 || bytes[i + 1 - upper] == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 4 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
