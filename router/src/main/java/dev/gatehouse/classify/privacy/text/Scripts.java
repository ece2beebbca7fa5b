package dev.gatehouse.classify.privacy.text;

import java.lang.Character.UnicodeScript;

/** What matters of the scripts that texts are written in. */
public final class Scripts {
  private Scripts() {}

  /** Whether a letter's script is written without spaces, so that a sentence runs into a word. */
  public static boolean isUnspaced(int codePoint) {
    if (codePoint < 0xE00) {
      return false;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  /**
   * Whether two neighbours can belong to one word: always, but where a script without spaces meets
   * another script.
   */
  static boolean areOneWord(int first, int next) {
    return !(isUnspaced(first) || isUnspaced(next))
        || UnicodeScript.of(first) == UnicodeScript.of(next);
  }
}
