package dev.gatehouse.classify.privacy.text;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** What matters of the scripts that texts are written in. */
public final class Scripts {

  /** The scripts that are written without spaces. */
  private static final List<UnicodeScript> UNSPACED =
      List.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final int FIRST_UNSPACED = 0xE00;

  /** For each character of the basic plane the place of its script in the list and 1, or 0. */
  private static final byte[] BASIC_PLANE = basicPlane();

  private Scripts() {}

  /** Whether a letter's script is written without spaces, so that a sentence runs into a word. */
  public static boolean isUnspaced(int codePoint) {
    return unspaced(codePoint) != 0;
  }

  /**
   * Whether two neighbours can belong to one word: always, but where a script without spaces meets
   * another script.
   */
  static boolean areOneWord(int first, int next) {
    return unspaced(first) == unspaced(next);
  }

  private static int unspaced(int codePoint) {
    if (codePoint < FIRST_UNSPACED) {
      return 0;
    }
    return codePoint < BASIC_PLANE.length ? BASIC_PLANE[codePoint] : place(codePoint);
  }

  private static int place(int codePoint) {
    return UNSPACED.indexOf(UnicodeScript.of(codePoint)) + 1;
  }

  private static byte[] basicPlane() {
    byte[] places = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];
    for (int codePoint = FIRST_UNSPACED; codePoint < places.length; codePoint++) {
      places[codePoint] = (byte) place(codePoint);
    }
    return places;
  }
}
