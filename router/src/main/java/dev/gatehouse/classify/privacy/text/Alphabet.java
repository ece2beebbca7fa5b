package dev.gatehouse.classify.privacy.text;

/** A set of ASCII characters that tokens are written in. */
public enum Alphabet {
  DIGIT("0-9"),
  HEX("0-9a-fA-F"),
  LOWER_HEX("0-9a-f"),
  LETTER("a-zA-Z"),
  UPPER_ALPHANUMERIC("0-9A-Z"),
  LOWER_ALPHANUMERIC("0-9a-z"),
  ALPHANUMERIC("0-9a-zA-Z"),
  /** Base64url (RFC 4648 section 5) without padding. */
  URL_SAFE("0-9a-zA-Z_--"),
  /** URL-safe with dots between segments. */
  DOTTED("0-9a-zA-Z_--.-."),
  /** Base64 (RFC 4648 section 4) with padding. */
  BASE64("0-9a-zA-Z+-+/-/=-="),
  /** Either base64. */
  ANY_BASE64("0-9a-zA-Z+-+/-/=-=_--"),
  /** URL-safe with dots and tildes (RFC 3986 section 2.3). */
  UNRESERVED("0-9a-zA-Z_--.-.~-~"),
  /** What crypt(3) and its successors write: salts, parameters and digests between dollar signs. */
  CRYPT("0-9a-zA-Z.-.+-+/-/$-$=-=,-,"),
  /** Bytes in two hexadecimal digits each, behind a 0x or not, and what parts them. */
  SPACED_HEX("0-9a-fA-Fx-xX-X - :-:,--;-;|-|\t-\t\r-\r\n-\n");

  private final long low;
  private final long high;

  /**
   * Takes pairs of first and last character, as in {@code a-z}; {@code _--} is the pair of {@code
   * _} and {@code -} alone.
   */
  Alphabet(String ranges) {
    long lowBits = 0;
    long highBits = 0;
    for (int i = 0; i < ranges.length(); i += 3) {
      for (char c = 0; c < 128; c++) {
        if (contains(ranges.charAt(i), ranges.charAt(i + 2), c)) {
          lowBits |= c < 64 ? 1L << c : 0;
          highBits |= c >= 64 ? 1L << (c - 64) : 0;
        }
      }
    }
    low = lowBits;
    high = highBits;
  }

  private static boolean contains(char first, char last, char c) {
    return first <= last ? c >= first && c <= last : c == first || c == last;
  }

  public boolean has(char c) {
    return c < 64 ? (low >>> c & 1) != 0 : c < 128 && (high >>> (c - 64) & 1) != 0;
  }

  /** End of the run of these characters that begins at {@code from}, at most {@code limit} long. */
  public int runEnd(String text, int from, int limit) {
    int end = from;
    int last = (int) Math.min(text.length(), (long) from + limit);
    while (end < last && has(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * Where the first run of at least {@code least} of these characters begins whose beginning is at
   * or after {@code from}; the text's length where there is none. One that {@code from} stands in
   * counts from there. Reads few of the other characters: a run has every {@code least}-th place.
   */
  public int nextRun(String text, int from, int least) {
    int start = from;
    while (start + least <= text.length()) {
      int at = start + least - 1;
      while (at >= start && has(text.charAt(at))) {
        at--;
      }
      if (at < start) {
        return start;
      }
      start = at + 1;
    }
    return text.length();
  }

  /** Whether the character at {@code index} exists and belongs to the set. */
  public boolean at(String text, int index) {
    return index >= 0 && index < text.length() && has(text.charAt(index));
  }
}
