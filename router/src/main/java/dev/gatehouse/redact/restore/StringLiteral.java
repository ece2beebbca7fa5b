package dev.gatehouse.redact.restore;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Strings of JSON texts (RFC 8259, section 7), halves of surrogate pairs included. */
final class StringLiteral {
  private static final int UNICODE_ESCAPE_LENGTH = 6;

  private StringLiteral() {}

  /** The text in quotes, as UTF-8. */
  static byte[] of(CharSequence text) {
    StringBuilder literal = new StringBuilder(text.length() + 16).append('"');
    escape(text, literal);
    return literal.append('"').toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Appends a text as it stands between quotes. What ends a line outside ASCII is escaped too:
   * clients that read streams with their language's idea of a line cut a text in two there.
   */
  static void escape(CharSequence text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '"', '\\' -> out.append('\\').append(each);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (each < ' ' || isLineEnd(each) || isHalf(text, i)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
          } else {
            out.append(each);
          }
        }
      }
    }
  }

  private static boolean isLineEnd(char each) {
    return each == '\u0085' || each == '\u2028' || each == '\u2029';
  }

  /** A surrogate without its other half has no UTF-8. */
  private static boolean isHalf(CharSequence text, int at) {
    char each = text.charAt(at);
    if (Character.isHighSurrogate(each)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(each)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** What a string between its quotes says. */
  static String decode(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    StringBuilder text = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); ) {
      int length = Math.max(1, escapeLength(escaped, i));
      text.append(meaning(escaped, i, length));
      i += length;
    }
    return text.toString();
  }

  /**
   * How many characters spell the one at {@code at}; 0 where the text ends before that is known.
   */
  static int escapeLength(CharSequence text, int at) {
    if (text.charAt(at) != '\\') {
      return 1;
    }
    if (at + 1 == text.length()) {
      return 0;
    }
    if (text.charAt(at + 1) != 'u') {
      return 2;
    }
    int digits = at + 2;
    while (digits < text.length() && digits < at + UNICODE_ESCAPE_LENGTH) {
      if (Character.digit(text.charAt(digits), 16) < 0) {
        return 2; // no JSON; it stays as it is
      }
      digits++;
    }
    return digits == at + UNICODE_ESCAPE_LENGTH ? UNICODE_ESCAPE_LENGTH : 0;
  }

  /** The character that is spelt by so many at {@code at}. */
  static char meaning(CharSequence text, int at, int length) {
    return switch (length) {
      case 1 -> text.charAt(at);
      case UNICODE_ESCAPE_LENGTH ->
          (char) Integer.parseInt(text, at + 2, at + UNICODE_ESCAPE_LENGTH, 16);
      default ->
          switch (text.charAt(at + 1)) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> text.charAt(at + 1);
          };
    };
  }
}
