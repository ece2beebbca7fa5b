package dev.gatehouse.classify.privacy.text;

import org.jspecify.annotations.Nullable;

/** Takes one layer of JSON string escapes (RFC 8259 section 7) off a text. */
final class JsonEscapes {

  private static final int UNICODE_ESCAPE_LENGTH = 6;

  private JsonEscapes() {}

  /**
   * The decoded text; what is no escape stays as it is.
   *
   * @param earlier how {@code text} itself was made from the original; null where it is the
   *     original
   */
  static OffsetMap decode(String text, @Nullable OffsetMap earlier) {
    OffsetMap decoded = new OffsetMap(text.length());
    for (int i = 0, next; i < text.length(); i = next) {
      int length = escapeLength(text, i);
      next = i + length;
      int start = earlier == null ? i : earlier.start(i);
      int end = earlier == null ? next : earlier.end(next - 1);
      decoded.append(length == 1 ? text.charAt(i) : meaning(text, i), start, end);
    }
    return decoded;
  }

  /** 1 where no escape begins. */
  private static int escapeLength(String text, int at) {
    if (text.charAt(at) != '\\' || at + 1 == text.length()) {
      return 1;
    }
    char kind = text.charAt(at + 1);
    if (kind == 'u') {
      return isUnicodeEscape(text, at) ? UNICODE_ESCAPE_LENGTH : 1;
    }
    return "\"\\/bfnrt".indexOf(kind) >= 0 ? 2 : 1;
  }

  private static boolean isUnicodeEscape(String text, int at) {
    if (at + UNICODE_ESCAPE_LENGTH > text.length()) {
      return false;
    }
    for (int i = at + 2; i < at + UNICODE_ESCAPE_LENGTH; i++) {
      if (!Alphabet.HEX.has(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char meaning(String text, int at) {
    char kind = text.charAt(at + 1);
    return switch (kind) {
      case 'u' -> (char) Integer.parseInt(text, at + 2, at + UNICODE_ESCAPE_LENGTH, 16);
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> kind;
    };
  }
}
