package dev.gatehouse.classify.privacy.text;

/**
 * Escapes that stand for single characters: backslashes of JSON and of programs, percent signs and
 * plus signs of URLs (RFC 3986, HTML forms), character references of HTML, quoted-printable (RFC
 * 2045) and the Q of MIME's encoded words (RFC 2047). One layer of all of them at once.
 */
final class Escapes implements Encoding {

  @Override
  public void decode(NormalizedText text, int from, Decodings found) {
    if (text.has('\\') || text.has('%') || text.has('&') || text.has('=')) {
      new Unescaping(text, from).into(found);
    }
  }
}
