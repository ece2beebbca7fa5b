package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Scripts;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.config.PrivacyClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The customer's own words: names of clients and projects, found as whole words in any letter case,
 * after the same folding as every text. In scripts without spaces a word may stand inside others.
 */
final class DictionaryDetector implements Detector {
  private static final Rule RULE =
      new Rule(FindingType.CUSTOMER, "dictionary", PrivacyClass.CUSTOMER);

  private final Map<Integer, List<String>> byBeginning = new HashMap<>();

  /**
   * @param words of two characters or more; shorter ones would be found everywhere
   */
  DictionaryDetector(Collection<String> words) {
    for (String word : words) {
      String folded = NormalizedText.of(word.strip(), Surroundings.NONE).text();
      if (folded.length() >= 2) {
        byBeginning.computeIfAbsent(beginning(folded, 0), _ -> new ArrayList<>()).add(folded);
      }
    }
  }

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (byBeginning.isEmpty()) {
      return;
    }
    String text = normalized.text();
    for (int at = 0; at < text.length() - 1; at++) {
      for (String word : byBeginning.getOrDefault(beginning(text, at), List.of())) {
        if (stands(word, text, at)) {
          matches.add(normalized, RULE, at, at + word.length());
        }
      }
    }
  }

  private static int beginning(String text, int at) {
    return lower(text.charAt(at)) << 16 | lower(text.charAt(at + 1));
  }

  private static int lower(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  private static boolean stands(String word, String text, int at) {
    return text.regionMatches(true, at, word, 0, word.length())
        && isEdge(text, at, word.codePointAt(0))
        && isEdge(text, at + word.length(), word.codePointBefore(word.length()));
  }

  /** Whether a word whose outermost letter is {@code outermost} may begin or end at {@code at}. */
  private static boolean isEdge(String text, int at, int outermost) {
    if (at == 0 || at == text.length() || Scripts.isUnspaced(outermost)) {
      return true;
    }
    return !Character.isLetterOrDigit(text.codePointBefore(at))
        || !Character.isLetterOrDigit(text.codePointAt(at));
  }
}
