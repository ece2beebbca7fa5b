package dev.gatehouse.classify.privacy.text;

import java.text.Normalizer;

/**
 * Folds what looks like ASCII into ASCII: decimal digits of every script, full-width and
 * mathematical forms (Unicode NFKC, UAX #15), spaces (Zs), dashes (Pd), look-alikes of other
 * scripts in Latin words; composes marks with their letters; drops what is not seen (controls,
 * format characters Cf, variation selectors, fillers, the keycap mark).
 */
final class UnicodeFolding {

  private static final int MINUS_SIGN = 0x2212;
  private static final int FULL_WIDTH_DISTANCE = 0xFEE0;

  /** Invisible though no format character: joiner, fillers, vowels and selectors, keycap. */
  private static final String INVISIBLE =
      "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u20e3\u3164\uffa0";

  /** First and last characters of the blocks that hold compatibility forms (NFKC changes them). */
  private static final int[] COMPATIBLE = {
    0xAA, 0xAA, 0xB2, 0xB3, 0xB9, 0xBE, 0x132, 0x133, 0x149, 0x149, 0x17F, 0x17F, 0x1C4, 0x1CC,
    0x2B0, 0x2B8, 0x1D2C, 0x1DBF, 0x2024, 0x2026, 0x2070, 0x218B, 0x2460, 0x24FF, 0x2F00, 0x2FD5,
    0x3131, 0x318E, 0x3200, 0x33FF, 0xF900, 0xFAFF, 0xFB00, 0xFB06, 0xFE30, 0xFE6F, 0xFF00, 0xFFEF,
    0x1D400, 0x1D7FF, 0x1F100, 0x1F16F,
  };

  /** First characters of enclosed letters and digits that NFKC leaves, and what each row shows. */
  private static final int[] ENCLOSED = {
    0x1F150, 26, 'A', 0x1F170, 26, 'A', 0x2776, 9, '1', 0x2780, 9, '1', 0x278A, 9, '1', 0x24F5, 9,
    '1',
  };

  private UnicodeFolding() {}

  /** Whether folding would change nothing: ASCII only, without invisible controls. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x7F || (c < ' ' && isControl(c))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isControl(int c) {
    return c == 0x7F || (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f');
  }

  /**
   * The folded text.
   *
   * @param origin how {@code text} itself was made from the original
   */
  static OffsetMap fold(String text, Origin origin) {
    OffsetMap folded = new OffsetMap(text.length());
    boolean foreign = false;
    for (int i = 0, next; i < text.length(); i = next) {
      int codePoint = text.codePointAt(i);
      next = i + Character.charCount(codePoint);
      int marks = marksEnd(text, next);
      int start = origin.start(i);
      int end = origin.end(marks - 1);
      if (marks > next) {
        folded.append(composed(text.substring(i, marks)), start, end);
        next = marks;
      } else {
        append(folded, codePoint, start, end);
      }
      foreign |= Confusables.mayBe(codePoint);
    }
    if (foreign) {
      Confusables.fold(folded);
    }
    return folded;
  }

  private static void append(OffsetMap folded, int codePoint, int start, int end) {
    if (codePoint < 0x80) {
      if (!isControl(codePoint)) {
        folded.append((char) codePoint, start, end);
      }
    } else if (isOrdinaryLetter(codePoint)) {
      folded.append((char) codePoint, start, end);
    } else if (!isInvisible(codePoint)) {
      folded.append(replacement(codePoint), start, end);
    }
  }

  /** What most other languages' texts are made of, and no folding changes. */
  private static boolean isOrdinaryLetter(int codePoint) {
    return isIn(codePoint, 0x4E00, 0x9FFF)
        || (codePoint < 0x10000
            && Character.isLetter(codePoint)
            && !hasCompatibleForm(codePoint)
            && INVISIBLE.indexOf(codePoint) < 0);
  }

  /** End of the marks at {@code from} that compose with the letter before. */
  private static int marksEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= 0x300 && isMark(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Diacritics, kana's voice marks, the vowels and finals of decomposed Hangul. */
  private static boolean isMark(char c) {
    return (isIn(c, 0x300, 0x36F) && c != 0x34F)
        || isIn(c, 0x1161, 0x11FF)
        || isIn(c, 0x1AB0, 0x1AFF)
        || isIn(c, 0x1DC0, 0x1DFF)
        || (isIn(c, 0x20D0, 0x20FF) && c != 0x20E3)
        || isIn(c, 0x3099, 0x309A)
        || isIn(c, 0xFE20, 0xFE2F);
  }

  /** A letter with its marks as one; marks that ASCII does not compose with are struck over it. */
  private static String composed(String letterAndMarks) {
    int letter = letterAndMarks.codePointAt(0);
    if (isInvisible(letter) || isControl(letter)) {
      return "";
    }
    String composed =
        Normalizer.normalize(
            replacement(letter) + letterAndMarks.substring(Character.charCount(letter)),
            Normalizer.Form.NFKC);
    return composed.charAt(0) < 0x80 ? composed.substring(0, 1) : composed;
  }

  private static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT
        || (isIn(codePoint, 0x80, 0x9F) && codePoint != 0x85)
        || isIn(codePoint, 0xFE00, 0xFE0F)
        || isIn(codePoint, 0xE0100, 0xE01EF)
        || INVISIBLE.indexOf(codePoint) >= 0;
  }

  private static String replacement(int codePoint) {
    if (isIn(codePoint, 0xFF01, 0xFF5E)) {
      return String.valueOf((char) (codePoint - FULL_WIDTH_DISTANCE));
    }
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf(Character.digit(codePoint, 10));
      case Character.SPACE_SEPARATOR -> " ";
      case Character.DASH_PUNCTUATION -> "-";
      default -> codePoint == MINUS_SIGN ? "-" : compatible(codePoint);
    };
  }

  private static String compatible(int codePoint) {
    for (int row = 0; row < ENCLOSED.length; row += 3) {
      if (isIn(codePoint, ENCLOSED[row], ENCLOSED[row] + ENCLOSED[row + 1] - 1)) {
        return String.valueOf((char) (ENCLOSED[row + 2] + codePoint - ENCLOSED[row]));
      }
    }
    String same = Character.toString(codePoint);
    return hasCompatibleForm(codePoint) ? Normalizer.normalize(same, Normalizer.Form.NFKC) : same;
  }

  private static boolean hasCompatibleForm(int codePoint) {
    for (int block = 0; block < COMPATIBLE.length && codePoint >= COMPATIBLE[block]; block += 2) {
      if (codePoint <= COMPATIBLE[block + 1]) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
