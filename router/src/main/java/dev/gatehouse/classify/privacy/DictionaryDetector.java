package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Scripts;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.config.PrivacyClass;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The customer's own words: names of clients and projects, found as whole words however they are
 * spelt: in any letter case, with or without accents, parted by spaces, hyphens, underscores,
 * capitals or not at all. In scripts without spaces a word may stand inside others. Words of two
 * characters are found only as they are written. Takes time linear in the text, however many words
 * there are.
 */
final class DictionaryDetector implements Detector {
  private static final Rule RULE =
      new Rule(FindingType.CUSTOMER, "dictionary", PrivacyClass.CUSTOMER);

  private static final int MIN_FOLDED = 3;
  private static final int MAX_GAP = 3;

  private final WordTrie folded = new WordTrie();
  private final Set<String> exact = new HashSet<>();

  /**
   * Takes the words.
   *
   * @param words of two characters or more; shorter ones would be found everywhere
   */
  DictionaryDetector(Collection<String> words) {
    for (String word : words) {
      String plain = NormalizedText.of(word.strip(), Surroundings.NONE).text();
      if (Spelling.fold(plain).length() >= MIN_FOLDED) {
        Spelling.variants(plain).stream()
            .filter(variant -> variant.length() >= MIN_FOLDED)
            .forEach(folded::add);
      } else if (plain.length() >= 2) {
        exact.add(plain);
      }
    }
  }

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (folded.isEmpty() && exact.isEmpty()) {
      return;
    }
    String text = normalized.text();
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int end = begins(text, at) ? Math.max(foldedEnd(text, at), exactEnd(text, at)) : -1;
      next = Math.max(at + 1, end);
      if (end > 0) {
        matches.add(normalized, RULE, at, end);
      }
    }
  }

  /** One past the longest word that begins at {@code start}, or -1. */
  private int foldedEnd(String text, int start) {
    int state = WordTrie.ROOT;
    int longest = -1;
    int gap = 0;
    for (int at = start; at < text.length() && state >= 0; at++) {
      char c = text.charAt(at);
      if (Spelling.isGap(c)) {
        gap++;
        state = gap > MAX_GAP ? WordTrie.NONE : state;
      } else if (Character.isLetterOrDigit(c)) {
        gap = 0;
        state = step(state, c);
        longest = folded.isWord(state) && ends(text, at + 1) ? at + 1 : longest;
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        return longest;
      }
    }
    return longest;
  }

  private int step(int state, char c) {
    String letters = Spelling.letters(c);
    int at = state;
    for (int i = 0; i < letters.length(); i++) {
      at = folded.next(at, letters.charAt(i));
    }
    return at;
  }

  private int exactEnd(String text, int start) {
    if (exact.isEmpty() || start + 2 > text.length()) {
      return -1;
    }
    boolean found = exact.contains(text.substring(start, start + 2)) && ends(text, start + 2);
    return found ? start + 2 : -1;
  }

  private static boolean begins(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isLetterOrDigit(c)) {
      return false;
    }
    return at == 0
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || isHump(text.charAt(at - 1), c)
        || Scripts.isUnspaced(c);
  }

  private static boolean ends(String text, int at) {
    return at == text.length()
        || !Character.isLetterOrDigit(text.charAt(at))
        || isHump(text.charAt(at - 1), text.charAt(at))
        || Scripts.isUnspaced(text.charAt(at - 1));
  }

  /** Where a word begins in the middle of camelCase. */
  private static boolean isHump(char before, char after) {
    return Character.isLowerCase(before) && Character.isUpperCase(after);
  }
}
