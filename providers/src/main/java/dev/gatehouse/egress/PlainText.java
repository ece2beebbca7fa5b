package dev.gatehouse.egress;

import java.text.Normalizer;

/**
 * The letters and digits of a text alone, and where its words begin.
 *
 * @param characters letters and digits
 * @param length how many of them there are
 * @param first whether a word begins here, at each character and one past the last
 * @param far whether more than a few separators stand before it, so that no value goes on
 */
record PlainText(char[] characters, int length, boolean[] first, boolean[] far) {
  private static final int SEPARATORS = 6;

  /** Compatibility forms composed (NFKC); what no reader sees is gone. */
  static String normalized(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(each -> Character.getType(each) != Character.FORMAT)
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }

  static PlainText of(String normalized) {
    int units = normalized.length();
    char[] characters = new char[units];
    boolean[] first = new boolean[units + 1];
    boolean[] far = new boolean[units + 1];
    int length = 0;
    int separators = SEPARATORS + 1;
    for (int i = 0; i < units; i++) {
      char each = normalized.charAt(i);
      if (!isInWord(normalized, i)) {
        separators++;
        continue;
      }
      first[length] = separators > 0 || isLoose(characters, length, each);
      far[length] = separators > SEPARATORS;
      characters[length++] = each;
      separators = 0;
    }
    first[length] = true;
    return new PlainText(characters, length, first, far);
  }

  private static boolean isInWord(String text, int at) {
    boolean second = Character.isLowSurrogate(text.charAt(at)) && at > 0;
    return Character.isLetterOrDigit(second ? text.codePointBefore(at + 1) : text.codePointAt(at));
  }

  /** Between scripts that write no spaces every character may begin a word. */
  private static boolean isLoose(char[] before, int length, char each) {
    return isUnspaced(each) || (length > 0 && isUnspaced(before[length - 1]));
  }

  /**
   * Scripts that write no spaces. The classifier has the same list; the last look before the door
   * has its own, so that no mistake is in both.
   */
  private static boolean isUnspaced(char each) {
    if (each < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(each)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
