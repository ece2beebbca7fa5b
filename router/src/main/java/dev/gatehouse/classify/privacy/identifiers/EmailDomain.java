package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Alphabet;
import dev.gatehouse.classify.privacy.text.Scripts;

/** Reads the domain of an e-mail address. */
final class EmailDomain {

  private static final int MAX_LENGTH = 255;

  private EmailDomain() {}

  /** One past the domain that begins at {@code start}, or -1 where none does. */
  static int end(String text, int start) {
    int best = -1;
    int label = start;
    while (label < text.length() && label - start <= MAX_LENGTH) {
      int end = labelEnd(text, label);
      if (end == label) {
        break;
      }
      if (label > start && isTopLevel(text, label, end)) {
        best = end;
      }
      if (end == text.length() || text.charAt(end) != '.') {
        break;
      }
      label = end + 1;
    }
    return best;
  }

  /** Letters, marks and digits of any script. */
  static boolean isWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK
        || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
  }

  private static int labelEnd(String text, int start) {
    int end = start;
    int limit = Math.min(text.length(), start + MAX_LENGTH);
    while (end < limit && isLabel(text, start, end)) {
      end += Character.charCount(text.codePointAt(end));
    }
    while (end > start && text.charAt(end - 1) == '-') {
      end--;
    }
    return end;
  }

  /** A Latin label ends where an unspaced script begins: a sentence goes on there. */
  private static boolean isLabel(String text, int start, int index) {
    int codePoint = text.codePointAt(index);
    if (codePoint < 0x80) {
      return codePoint == '-' ? index > start : Alphabet.ALPHANUMERIC.has((char) codePoint);
    }
    return isWord(codePoint)
        && (!Scripts.isUnspaced(codePoint) || Scripts.isUnspaced(text.codePointAt(start)));
  }

  private static boolean isTopLevel(String text, int start, int end) {
    if (text.regionMatches(true, start, "xn--", 0, 4)) {
      return true;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '_' || Alphabet.DIGIT.has(c)) {
        return false;
      }
    }
    return end - start >= 2;
  }
}
