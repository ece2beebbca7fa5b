package dev.gatehouse.classify.privacy.statement;

import java.text.Normalizer;

/** Letters as phrases are compared: in lower case, Latin ones without accents. */
final class LetterFolding {

  /** Basic Latin to Latin Extended-A, where the ten languages have their letters. */
  private static final int TABLED = 0x180;

  /** What is not compared at all: a combining accent. */
  static final char NOTHING = 0;

  private static final char[] TABLE = table();

  private LetterFolding() {}

  static char fold(char c) {
    if (c < TABLED) {
      return TABLE[c];
    }
    return c >= 0x300 && c < 0x370 ? NOTHING : Character.toLowerCase(c);
  }

  private static char[] table() {
    char[] table = new char[TABLED];
    for (char c = 0; c < TABLED; c++) {
      char lower = Character.toLowerCase(c);
      table[c] =
          lower == '\u0142' ? 'l' : Normalizer.normalize("" + lower, Normalizer.Form.NFD).charAt(0);
    }
    return table;
  }
}
