package dev.gatehouse.classify.privacy.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Folds what looks like ASCII into ASCII: decimal digits of every script, full-width and
 * mathematical forms (Unicode NFKC, UAX #15), spaces (Zs), dashes (Pd); drops what is not seen
 * (format characters Cf, variation selectors, the keycap mark).
 */
final class UnicodeFolding {

  private static final int MINUS_SIGN = 0x2212;
  private static final int KEYCAP = 0x20E3;
  private static final int GRAPHEME_JOINER = 0x034F;

  private UnicodeFolding() {}

  /** Whether folding would change nothing: ASCII only. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * The folded text.
   *
   * @param earlier how {@code text} itself was made from the original; null where it is the
   *     original
   */
  static OffsetMap fold(String text, @Nullable OffsetMap earlier) {
    OffsetMap folded = new OffsetMap(text.length());
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      int last = i + Character.charCount(codePoint) - 1;
      int start = earlier == null ? i : earlier.start(i);
      int end = earlier == null ? last + 1 : earlier.end(last);
      append(folded, codePoint, start, end);
    }
    return folded;
  }

  private static void append(OffsetMap folded, int codePoint, int start, int end) {
    if (codePoint < 0x80) {
      folded.append((char) codePoint, start, end);
    } else if (!isInvisible(codePoint)) {
      appendAll(folded, replacement(codePoint), start, end);
    }
  }

  private static void appendAll(OffsetMap folded, String units, int start, int end) {
    for (int i = 0; i < units.length(); i++) {
      folded.append(units.charAt(i), start, end);
    }
  }

  private static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT
        || isIn(codePoint, 0xFE00, 0xFE0F)
        || isIn(codePoint, 0xE0100, 0xE01EF)
        || codePoint == GRAPHEME_JOINER
        || codePoint == KEYCAP;
  }

  private static String replacement(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf(Character.digit(codePoint, 10));
      case Character.SPACE_SEPARATOR -> " ";
      case Character.DASH_PUNCTUATION -> "-";
      default -> codePoint == MINUS_SIGN ? "-" : compatible(codePoint);
    };
  }

  private static String compatible(int codePoint) {
    String same = Character.toString(codePoint);
    return hasCompatibleForm(codePoint) ? Normalizer.normalize(same, Normalizer.Form.NFKC) : same;
  }

  /** Super- and subscripts, letter-like, enclosed, ligatures, small, full-width, mathematical. */
  private static boolean hasCompatibleForm(int codePoint) {
    return isIn(codePoint, 0x2070, 0x214F)
        || isIn(codePoint, 0x2460, 0x24FF)
        || isIn(codePoint, 0xFB00, 0xFB06)
        || isIn(codePoint, 0xFE50, 0xFE6F)
        || isIn(codePoint, 0xFF00, 0xFF5E)
        || isIn(codePoint, 0x1D400, 0x1D7FF)
        || isIn(codePoint, 0x1F100, 0x1F16F)
        || codePoint == 0xB2
        || codePoint == 0xB3
        || codePoint == 0xB9;
  }

  private static boolean isIn(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
