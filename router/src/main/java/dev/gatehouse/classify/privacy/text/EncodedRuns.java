package dev.gatehouse.classify.privacy.text;

import dev.gatehouse.classify.privacy.text.BaseReader.Base;

/**
 * Base64 and base64url, base32, and hexadecimal digits (RFC 4648), in one run or in wrapped lines,
 * of text or of compressed text. A run is judged by what it decodes to: the text at its beginning,
 * or behind one of its slashes, dashes and equals signs, counts where it is long enough.
 */
final class EncodedRuns implements Encoding {

  /** Characters of the shortest run: base64 of 8 bytes. */
  private static final int MIN_RUN = 11;

  /** The shortest text: of fewer bytes too many words happen to decode to some. */
  private static final int MIN_BYTES = 8;

  /** Bytes that tell UTF-16 or compressed data. */
  private static final int PROBE = 12;

  /** Stretches of a run that are decoded whole, since they may be compressed. */
  private static final int MAX_WHOLE = 4;

  /** A shorter line before a line's end is a word. */
  private static final int MIN_LINE = 16;

  private static final int ALIGNMENTS = 4;

  @Override
  public void decode(NormalizedText normalized, int from, Decodings found) {
    String text = normalized.text();
    int at = Alphabet.ANY_BASE64.nextRun(text, from, MIN_RUN);
    while (at < text.length()) {
      int end = wrappedEnd(text, at, Alphabet.ANY_BASE64.runEnd(text, at, Integer.MAX_VALUE));
      new Run(text, at, end, found).decode();
      at = Alphabet.ANY_BASE64.nextRun(text, end, MIN_RUN);
    }
  }

  /** The end of the last of some lines of one length, the last of them shorter. */
  private static int wrappedEnd(String text, int start, int firstEnd) {
    int end = firstEnd;
    int line = firstEnd - start;
    int next = line >= MIN_LINE ? nextLine(text, end) : -1;
    while (next > 0) {
      int nextEnd = Alphabet.ANY_BASE64.runEnd(text, next, Integer.MAX_VALUE);
      boolean continues = nextEnd > next && nextEnd - next <= line && endsLine(text, nextEnd);
      end = continues ? nextEnd : end;
      next = continues && nextEnd - next == line ? nextLine(text, end) : -1;
    }
    return end;
  }

  private static int nextLine(String text, int at) {
    int next = at;
    next = next < text.length() && text.charAt(next) == '\r' ? next + 1 : next;
    if (next >= text.length() || text.charAt(next) != '\n') {
      return -1;
    }
    next++;
    while (next < text.length() && " \t>".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next;
  }

  private static boolean endsLine(String text, int at) {
    return at == text.length() || "\r\n\"'`<)]".indexOf(text.charAt(at)) >= 0;
  }

  /** One run, decoded from its beginning on. */
  private static final class Run {
    private final String text;
    private final int start;
    private final int end;
    private final Decodings found;
    private int wholeLeft = MAX_WHOLE;

    Run(String text, int start, int end, Decodings found) {
      this.text = text;
      this.start = start;
      this.end = end;
      this.found = found;
    }

    void decode() {
      int at = start;
      while (end - at >= MIN_RUN) {
        int next = begins(at) ? decodeAt(at) : at;
        at = next > at ? next : at + 1;
      }
    }

    private boolean begins(int at) {
      return at - start < ALIGNMENTS || !Alphabet.ALPHANUMERIC.has(text.charAt(at - 1));
    }

    /** Where the decoded stretch ends; {@code at} where there is none. */
    private int decodeAt(int at) {
      int after = at;
      if (Base.HEX.has(text.charAt(at))) {
        after = decode(Base.HEX, at);
      }
      if (after == at && Base.BASE32.has(text.charAt(at))) {
        after = decode(Base.BASE32, at);
      }
      return after == at ? decode(Base.BASE64, at) : after;
    }

    private int decode(Base base, int at) {
      BaseReader reader = new BaseReader(base, text, at, end);
      PlausibleText decoded = new PlausibleText();
      int bytes = 0;
      int last = at;
      int next = reader.next();
      while (next >= 0 && decoded.accept(next)) {
        bytes++;
        last = reader.position();
        next = reader.next();
      }
      if (bytes >= MIN_BYTES) {
        int stop = next < 0 ? afterPadding(reader.position()) : last;
        return add(at, stop, decoded.text());
      }
      return decodeWhole(base, at);
    }

    /** Where no text begins: UTF-16, or compressed. */
    private int decodeWhole(Base base, int at) {
      byte[] probe = new BaseReader(base, text, at, end).rest(PROBE);
      boolean compressed = Inflation.isCompressed(probe);
      boolean wide = PlausibleText.looksUtf16(probe, 0) || PlausibleText.looksUtf16(probe, 1);
      boolean marked = probe.length > 8 && (probe[0] & probe[1] & 0xFE) == 0xFE;
      if (!(compressed || wide || marked) || wholeLeft-- <= 0) {
        return at;
      }
      BaseReader reader = new BaseReader(base, text, at, end);
      byte[] bytes = reader.rest(Integer.MAX_VALUE);
      if (compressed) {
        bytes = inflated(bytes);
      }
      String decoded = PlausibleText.whole(bytes);
      return decoded.isEmpty() ? at : add(at, afterPadding(reader.position()), decoded);
    }

    private byte[] inflated(byte[] bytes) {
      Inflation.Inflated inflated = Inflation.inflate(bytes, found.budget().mostBytes());
      if (!inflated.whole()) {
        found.overflow();
      }
      return inflated.bytes();
    }

    private int afterPadding(int at) {
      int after = at;
      while (after < end && text.charAt(after) == '=') {
        after++;
      }
      return after;
    }

    private int add(int at, int stop, CharSequence decoded) {
      found.add(at, stop, decoded);
      found.markRead(at, stop);
      return stop;
    }
  }
}
