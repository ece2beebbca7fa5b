package dev.gatehouse.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word was meant. */
final class NearestWord {
  private NearestWord() {}

  /**
   * What to write instead of an unknown word: the nearest known one, else any of them.
   *
   * @param kind what the words are, as in {@code key}
   */
  static String hint(String kind, String word, Collection<String> known) {
    return nearest(word, known)
        .map(near -> "a known " + kind + ", perhaps " + near)
        .orElseGet(() -> "one of the " + kind + "s " + String.join(", ", known));
  }

  /** The known word that is fewest letters away, if it is near enough to have been meant. */
  private static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> distance(word, candidate) <= tolerated(candidate));
  }

  /** Two letters may be swapped or wrong, more in a long word, only one in a very short one. */
  private static int tolerated(String word) {
    return word.length() < 4 ? 1 : Math.max(2, word.length() / 3);
  }

  private static int distance(String first, String second) {
    return levenshtein(letters(first), letters(second));
  }

  /** Camel case and underscores are not counted as mistakes. */
  private static String letters(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Insertions, deletions and replacements that lead from one word to the other. */
  private static int levenshtein(String first, String second) {
    int[] row = new int[second.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= first.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int replaced = diagonal + (first.charAt(line - 1) == second.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
      }
    }
    return row[second.length()];
  }
}
