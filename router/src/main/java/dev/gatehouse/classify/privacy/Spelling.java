package dev.gatehouse.classify.privacy;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What stays of a word when letter case, accents and the signs between its parts do not matter. */
final class Spelling {

  private static final int LATIN_END = 0x1F00;
  private static final String[] LETTERS = new String[LATIN_END];

  /** What comes before a project's own name, and is often left out. */
  private static final Set<String> GENERIC =
      Set.of("project", "projekt", "projet", "proyecto", "progetto", "projeto", "operation");

  static {
    for (char c = 0; c < LATIN_END; c++) {
      LETTERS[c] = stripped(c);
    }
  }

  private Spelling() {}

  /** The letters that a letter or digit counts as. */
  static String letters(char c) {
    return c < LATIN_END ? LETTERS[c] : String.valueOf(Character.toLowerCase(c));
  }

  /** Whether a sign may part a name or be left out of it. */
  static boolean isGap(char c) {
    return " -_&+'’/\t\r\n\u00a0".indexOf(c) >= 0;
  }

  /** A word in the one spelling that stands for all. */
  static String fold(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetterOrDigit(word.charAt(i))) {
        folded.append(letters(word.charAt(i)));
      }
    }
    return folded.toString();
  }

  /**
   * The folded spellings of a word: as it is, with umlauts written out or drawn together, and of a
   * project without the word project where two words or more are left.
   */
  static Set<String> variants(String word) {
    Set<String> variants = new LinkedHashSet<>();
    addSpellings(word, variants);
    String[] parts = word.split("[\\s_-]+", 2);
    if (parts.length == 2
        && GENERIC.contains(parts[0].toLowerCase(Locale.ROOT))
        && parts[1].matches(".*[\\s_-].*")) {
      addSpellings(parts[1], variants);
    }
    return variants;
  }

  private static void addSpellings(String word, Set<String> variants) {
    String lower = word.toLowerCase(Locale.ROOT);
    variants.add(fold(lower));
    variants.add(fold(lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")));
    variants.add(fold(lower.replace("ae", "a").replace("oe", "o").replace("ue", "u")));
  }

  private static String stripped(char c) {
    String special =
        switch (c) {
          case 'ß', 'ẞ' -> "ss";
          case 'ø', 'Ø' -> "o";
          case 'æ', 'Æ' -> "ae";
          case 'œ', 'Œ' -> "oe";
          case 'ł', 'Ł' -> "l";
          case 'đ', 'Đ' -> "d";
          default -> "";
        };
    String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    return special.isEmpty()
        ? String.valueOf(Character.toLowerCase(decomposed.charAt(0)))
        : special;
  }
}
