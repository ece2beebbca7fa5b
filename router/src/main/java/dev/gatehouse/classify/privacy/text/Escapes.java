package dev.gatehouse.classify.privacy.text;

/**
 * Escapes that stand for single characters: backslashes of JSON and of programs, percent signs and
 * plus signs of URLs (RFC 3986, HTML forms), character references of HTML, quoted-printable (RFC
 * 2045) and the Q of MIME's encoded words (RFC 2047). One layer of all of them at once.
 */
final class Escapes implements Encoding {

  @Override
  public void decode(NormalizedText text, int from, Decodings found) {
    boolean escapes = text.has('\\') || text.has('%') || text.has('&');
    if (escapes || (text.has('=') && (text.has('+') || isQuoted(text.text(), from)))) {
      new Unescaping(text, from).into(found);
    }
  }

  /**
   * Whether an equals sign stands where quoted-printable may have put it: most assign something.
   */
  private static boolean isQuoted(String text, int from) {
    for (int at = text.indexOf('=', from); at >= 0; at = text.indexOf('=', at + 1)) {
      char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      int value = JsonEscapes.hexValue(text, at + 1, 2);
      boolean letter = value >= 0 && Alphabet.ALPHANUMERIC.has((char) value);
      if (next == '\n' || next == '\r' || (value >= 0 && !letter) || text.startsWith("=", at + 3)) {
        return true;
      }
    }
    return false;
  }
}
