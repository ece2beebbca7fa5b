package dev.gatehouse.meter;

import java.nio.charset.StandardCharsets;

/**
 * Estimates the tokens of a text in one pass over its runs of like characters. Byte-level BPE
 * vocabularies of 100,000 and more entries hold whole words of the large languages, numbers of up
 * to three digits, and indents; the estimate follows that, the bound assumes an unlucky split.
 *
 * <table>
 * <caption>Tokens of a run of n characters</caption>
 * <tr><th>run</th><th>estimate</th><th>bound</th></tr>
 * <tr><td>Latin letters</td><td>1, and 1 more for each further 7</td>
 *     <td>upper-case and accented ones 1 each, others 1 for 2</td></tr>
 * <tr><td>letters of other alphabets</td><td>1, and 1 more for each further 3</td><td>2 n</td></tr>
 * <tr><td>ideographs, kana, Hangul</td><td>n</td><td>2 n</td></tr>
 * <tr><td>digits</td><td>1 for 3</td><td>n</td></tr>
 * <tr><td>ASCII signs</td><td>0.6 n</td><td>n</td></tr>
 * <tr><td>one blank</td><td>0</td><td>0 before a letter, else 1</td></tr>
 * <tr><td>more blanks</td><td>1</td><td>1 for 2</td></tr>
 * <tr><td>line ends and control characters</td><td>1</td><td>n</td></tr>
 * <tr><td>all else (emoji, symbols)</td><td>1.5 for each UTF-16 unit</td><td>UTF-8 bytes</td></tr>
 * </table>
 */
final class TextTokens {
  private static final int TENTHS = 10;

  private final String text;
  private long estimateTenths;
  private long bound;

  private TextTokens(String text) {
    this.text = text;
  }

  static TokenEstimate of(String text) {
    TextTokens tokens = new TextTokens(text);
    tokens.scan();
    long estimate = (tokens.estimateTenths + TENTHS - 1) / TENTHS;
    return new TokenEstimate(estimate, Math.max(estimate, tokens.bound));
  }

  private void scan() {
    int start = 0;
    while (start < text.length()) {
      Kind kind = Kind.of(text.codePointAt(start));
      int end = end(start, kind);
      add(kind, start, end);
      start = end;
    }
  }

  private int end(int start, Kind kind) {
    int end = start;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (Kind.of(codePoint) != kind) {
        return end;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  private void add(Kind kind, int start, int end) {
    int n = end - start;
    switch (kind) {
      case LATIN -> count(TENTHS * (1 + (n - 1) / 7), latinBound(start, end));
      case OTHER_LETTER -> count(TENTHS * (1 + (n - 1) / 3), 2L * n);
      case IDEOGRAPH -> count(TENTHS * n, 2L * n);
      case DIGIT -> count(TENTHS * ((n + 2) / 3), n);
      case SIGN -> count(6 * n, n);
      case BLANK -> countBlanks(n, end);
      case LINE_END -> count(TENTHS, n);
      case OTHER ->
          count(15 * n, text.substring(start, end).getBytes(StandardCharsets.UTF_8).length);
    }
  }

  private void countBlanks(int n, int end) {
    if (n > 1) {
      count(TENTHS, (n + 1) / 2);
      return;
    }
    boolean beforeLetter = end < text.length() && Kind.of(text.codePointAt(end)) == Kind.LATIN;
    count(0, beforeLetter ? 0 : 1);
  }

  private long latinBound(int start, int end) {
    long whole = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      whole += c < 'a' || c > 'z' ? 1 : 0;
    }
    return whole + (end - start - whole + 1) / 2;
  }

  private void count(int tenths, long atMost) {
    estimateTenths += tenths;
    bound += atMost;
  }

  private enum Kind {
    LATIN,
    OTHER_LETTER,
    IDEOGRAPH,
    DIGIT,
    SIGN,
    BLANK,
    LINE_END,
    OTHER;

    static Kind of(int codePoint) {
      return codePoint < 0x80 ? ofAscii(codePoint) : ofOther(codePoint);
    }

    private static Kind ofAscii(int c) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        return LATIN;
      }
      if (c >= '0' && c <= '9') {
        return DIGIT;
      }
      if (c == ' ') {
        return BLANK;
      }
      return c < ' ' || c == 0x7f ? LINE_END : SIGN;
    }

    private static Kind ofOther(int codePoint) {
      if (codePoint < 0x250) {
        return Character.isLetter(codePoint) ? LATIN : OTHER;
      }
      if (Character.isIdeographic(codePoint) || isSyllabic(codePoint)) {
        return codePoint < 0x10000 ? IDEOGRAPH : OTHER;
      }
      return codePoint < 0x10000 && Character.isLetter(codePoint) ? OTHER_LETTER : OTHER;
    }

    private static boolean isSyllabic(int codePoint) {
      return (codePoint >= 0x3040 && codePoint <= 0x30ff)
          || (codePoint >= 0xac00 && codePoint <= 0xd7af);
    }
  }
}
