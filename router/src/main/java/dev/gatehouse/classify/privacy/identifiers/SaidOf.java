package dev.gatehouse.classify.privacy.identifiers;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a label that follows a value speaks of it: in parentheses, or after a verb that equates
 * the two ("417229083 is my SSN").
 */
final class SaidOf {

  /** The longest stretch between a value and its label. */
  static final int REACH = 24;

  private static final int MOST_WORDS = 4;
  private static final int LONGEST_WORD = 12;

  /** The first word after the value, in the languages that are read. */
  private static final Set<String> VERBS =
      Set.of(
          ("is was as ist war lautet est était es era è é foi to jest był my mein meine mijn mon ma"
                  + " है था मेरा मेरी मेरे")
              .split(" "));

  private SaidOf() {}

  /** Whether what stands between a value's end and a label's start joins them. */
  static boolean joins(String text, int valueEnd, int labelStart) {
    if (labelStart <= valueEnd || labelStart - valueEnd > REACH) {
      return false;
    }
    String between = text.substring(valueEnd, labelStart);
    if (between.startsWith("は") || between.startsWith("が")) {
      return between.length() <= 6;
    }
    int open = between.indexOf('(');
    if (open == 0 || (open == 1 && between.charAt(0) == ' ')) {
      return isOneWord(between, open + 1);
    }
    if (!between.startsWith(" ") || hasSign(between)) {
      return false;
    }
    String[] words = between.strip().toLowerCase(Locale.ROOT).split(" ", -1);
    return words.length <= MOST_WORDS && VERBS.contains(words[0]);
  }

  private static boolean hasSign(String between) {
    for (int i = 0; i < between.length(); i++) {
      if (".,;:!?\n|(<>=".indexOf(between.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** At most one word, as in "(numer NIP" before the label NIP. */
  private static boolean isOneWord(String between, int from) {
    String words = between.substring(from);
    return words.length() <= LONGEST_WORD
        && words.chars().allMatch(c -> Character.isLetter(c) || c == ' ')
        && words.strip().indexOf(' ') < 0;
  }
}
