package dev.gatehouse.classify.privacy.text;

import dev.gatehouse.classify.privacy.text.BaseReader.Base;

/**
 * Bytes in two hexadecimal digits each, apart: {@code 6d 61}, {@code 6d:61}, {@code 0x6d, 0x61}.
 */
final class SpacedHex implements Encoding {

  private static final int MIN_BYTES = 8;

  /** With one separator between. */
  private static final int MIN_UNITS = 3 * MIN_BYTES - 1;

  private static final String SEPARATORS = " :-,;|\t\r\n";
  private static final int MAX_SEPARATOR = 3;

  @Override
  public void decode(NormalizedText normalized, int from, Decodings found) {
    if (normalized.digits() < MIN_BYTES / 2) {
      return;
    }
    String text = normalized.text();
    int end;
    for (int run = next(text, from); run < text.length(); run = next(text, end)) {
      end = Alphabet.SPACED_HEX.runEnd(text, run, Integer.MAX_VALUE);
      decodeRun(text, run, end, found);
    }
  }

  private static int next(String text, int from) {
    return Alphabet.SPACED_HEX.nextRun(text, from, MIN_UNITS);
  }

  private static void decodeRun(String text, int from, int to, Decodings found) {
    int next;
    for (int at = from; at < to; at = next) {
      next = at + 1;
      if (Base.HEX.has(text.charAt(at))
          && !Alphabet.ALPHANUMERIC.at(text, at - 1)
          && digitsAt(text, at) >= 0) {
        next = Math.max(next, decodeAt(text, at, found));
      }
    }
  }

  /** One past the bytes at {@code start}, or {@code start}. */
  private static int decodeAt(String text, int start, Decodings found) {
    StringBuilder digits = new StringBuilder();
    int end = start;
    int at = digitsAt(text, start);
    while (at >= 0) {
      digits.append(text, at, at + 2);
      end = at + 2;
      int next = end;
      while (next < text.length()
          && next - end < MAX_SEPARATOR
          && SEPARATORS.indexOf(text.charAt(next)) >= 0) {
        next++;
      }
      at = next == end ? -1 : digitsAt(text, next);
    }
    if (digits.length() < MIN_BYTES * 2) {
      return end;
    }
    byte[] bytes =
        new BaseReader(Base.HEX, digits.toString(), 0, digits.length()).rest(Integer.MAX_VALUE);
    String decoded = PlausibleText.whole(bytes);
    if (!decoded.isEmpty()) {
      found.add(start, end, decoded);
      found.markRead(start, end);
    }
    return end;
  }

  /** Where exactly two digits begin, behind a 0x or not; -1 for others. */
  private static int digitsAt(String text, int from) {
    int at = text.regionMatches(true, from, "0x", 0, 2) ? from + 2 : from;
    boolean two = JsonEscapes.hexValue(text, at, 2) >= 0;
    return two && !Alphabet.ALPHANUMERIC.at(text, at + 2) ? at : -1;
  }
}
