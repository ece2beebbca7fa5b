package dev.gatehouse.classify.privacy.text;

/** The escapes of JSON strings (RFC 8259 section 7). */
final class JsonEscapes {

  private static final int UNICODE_ESCAPE_LENGTH = 6;

  private JsonEscapes() {}

  /** What stands between the quotation marks of a JSON string, decoded. */
  static OffsetMap decode(String text, int from, int to, Origin origin) {
    OffsetMap decoded = new OffsetMap(to - from);
    for (int i = from, next; i < to; i = next) {
      int length = length(text, i);
      next = Math.min(to, i + length);
      decoded.append(
          length == 1 ? text.charAt(i) : meaning(text, i), origin.start(i), origin.end(next - 1));
    }
    return decoded;
  }

  /** Units of the escape at {@code at}; 1 where there is none. */
  static int length(String text, int at) {
    if (text.charAt(at) != '\\' || at + 1 == text.length()) {
      return 1;
    }
    char kind = text.charAt(at + 1);
    if (kind == 'u') {
      return hexValue(text, at + 2, 4) >= 0 ? UNICODE_ESCAPE_LENGTH : 1;
    }
    return "\"\\/bfnrt".indexOf(kind) >= 0 ? 2 : 1;
  }

  /** The unit that an escape stands for. */
  static char meaning(String text, int at) {
    char kind = text.charAt(at + 1);
    return switch (kind) {
      case 'u' -> (char) hexValue(text, at + 2, 4);
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> kind;
    };
  }

  /** The value of so many hexadecimal digits, at most 7; -1 where others stand there. */
  static int hexValue(String text, int at, int digits) {
    if (at + digits > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      if (!Alphabet.HEX.has(text.charAt(i))) {
        return -1;
      }
      value = value << 4 | Character.digit(text.charAt(i), 16);
    }
    return value;
  }
}
