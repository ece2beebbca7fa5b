package dev.gatehouse.classify.privacy.text;

/** Takes one layer of escapes off one text. */
final class Unescaping {

  private static final int CODE_POINT_DIGITS = 6;

  private final String text;
  private final int from;
  private final Origin origin;
  private final OffsetMap out;
  private final ChangedStretches changes;
  private boolean certain;

  /** From where on nothing was copied or changed yet. */
  private int pending;

  /** Whether the token so far has the {@code =} and the {@code ?} or {@code &} of a query. */
  private boolean assigned;

  private boolean query;

  /** One past the latest byte of quoted-printable: another one there is one as well. */
  private int quotedEnd = -1;

  Unescaping(NormalizedText source, int from) {
    this.text = source.text();
    this.from = from;
    this.pending = from;
    this.origin = source.origin();
    this.out = new OffsetMap(0);
    this.changes = new ChangedStretches(out);
  }

  /** Adds the text around what was escaped. */
  void into(Decodings found) {
    int next;
    for (int at = from; at < text.length(); at = next) {
      next = unescape(at);
      if (next == at) {
        next = at + 1;
      } else {
        pending = next;
      }
    }
    if (pending > from) {
      out.copy(text, origin, pending, text.length());
      changes.forEach(stretch -> found.add(stretch, certain));
    }
  }

  /** Says that what stands at {@code at} is a change, and copies what stands as it is before it. */
  private void change(int at) {
    out.copy(text, origin, pending, at);
    pending = at;
    changes.mark();
  }

  /**
   * One past the escape at {@code at}, whose meaning is appended; {@code at} where there is none.
   */
  private int unescape(int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '\\' -> backslash(at);
      case '%' -> percent(at);
      case '&' -> reference(at);
      case '=' -> quotedPrintable(at);
      case '+' -> assigned && query ? appendSimple(' ', at, at + 1) : at;
      default -> plain(c, at);
    };
  }

  private int plain(char c, int at) {
    if (c <= ' ' || c == '"') {
      assigned = false;
      query = false;
    } else if (c == '?') {
      query = true;
    }
    return at;
  }

  private int backslash(int at) {
    int length = JsonEscapes.length(text, at);
    if (length == 2) {
      return appendSimple(JsonEscapes.meaning(text, at), at, at + 2);
    }
    if (length > 2) {
      return append(JsonEscapes.meaning(text, at), at, at + length);
    }
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return switch (kind) {
      case 'x' -> bytes(at, 2);
      case 'u' -> braced(at);
      case 'U' -> codePoint(JsonEscapes.hexValue(text, at + 4, CODE_POINT_DIGITS), at, at + 10);
      case '\'' -> appendSimple('\'', at, at + 2);
      default -> at;
    };
  }

  /** {@code \\u{1F600}}, of JavaScript and Rust. */
  private int braced(int at) {
    int close = text.indexOf('}', at, Math.min(text.length(), at + 4 + CODE_POINT_DIGITS));
    return close > at + 3 && text.charAt(at + 2) == '{'
        ? codePoint(JsonEscapes.hexValue(text, at + 3, close - at - 3), at, close + 1)
        : at;
  }

  private int percent(int at) {
    if (at + 1 < text.length() && (text.charAt(at + 1) | 0x20) == 'u') {
      return codePoint(JsonEscapes.hexValue(text, at + 2, 4), at, at + 6);
    }
    return bytes(at, 1);
  }

  private int reference(int at) {
    query = true;
    int length = CharacterReferences.length(text, at);
    return length == 0
        ? at
        : codePoint(CharacterReferences.meaning(text, at, at + length - 1), at, at + length);
  }

  private int quotedPrintable(int at) {
    assigned = true;
    int lineEnd = at + 1 < text.length() && text.charAt(at + 1) == '\r' ? at + 2 : at + 1;
    if (lineEnd < text.length() && text.charAt(lineEnd) == '\n') {
      change(at);
      return lineEnd + 1;
    }
    int value = byteAt(at, 1);
    boolean begins = value >= 0 && byteAt(at + 3, 1) >= 0 && text.charAt(at + 3) == '=';
    boolean sign = value >= ' ' && value < 0x7F && !Alphabet.ALPHANUMERIC.has((char) value);
    if (!begins && !sign && at != quotedEnd) {
      return at;
    }
    quotedEnd = bytes(at, 1);
    return quotedEnd;
  }

  /** A character whose UTF-8 is escaped byte by byte, each after a prefix as long. */
  private int bytes(int at, int prefix) {
    int first = byteAt(at, prefix);
    if (first < 0) {
      return at;
    }
    int size = prefix + 2;
    int following = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
    int value = following == 0 ? first : first & (0x3F >> following);
    for (int i = 1; i <= following; i++) {
      int next = byteAt(at + i * size, prefix);
      boolean sameKind = next >= 0 && text.charAt(at + i * size) == text.charAt(at);
      if (!sameKind || (next & 0xC0) != 0x80) {
        return codePoint(first, at, at + size);
      }
      value = value << 6 | (next & 0x3F);
    }
    return codePoint(value, at, at + (following + 1) * size);
  }

  private int byteAt(int at, int prefix) {
    boolean fits = at + prefix + 2 <= text.length();
    return fits && (prefix == 1 || text.charAt(at + 1) == 'x')
        ? JsonEscapes.hexValue(text, at + prefix, 2)
        : -1;
  }

  private int codePoint(int value, int at, int end) {
    return value < 0 || value > Character.MAX_CODE_POINT ? at : append(value, at, end);
  }

  private int append(int codePoint, int at, int end) {
    certain = true;
    change(at);
    out.append(Character.toString(codePoint), origin.start(at), origin.end(end - 1));
    return end;
  }

  private int appendSimple(char unit, int at, int end) {
    change(at);
    out.append(unit, origin.start(at), origin.end(end - 1));
    return end;
  }
}
