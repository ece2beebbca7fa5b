package dev.gatehouse.classify.privacy.names;

import static dev.gatehouse.classify.privacy.names.WordTable.MARGIN;

import dev.gatehouse.classify.privacy.text.NormalizedText;

/**
 * Tells what cannot be a name from its form alone: generated values, and words of code that are
 * joined by underscores or humps (image_url, imageUrl) and are on no list of names.
 */
final class NameLikeness {

  private static final int LONGEST_GENERATED = 10;
  private static final int LONGEST_NUMBER = 8;

  /** Units of the shortest listed name that joined words have, alone and beside others. */
  private static final int SHORTEST_ALONE = 4;

  private static final int SHORTEST_BESIDE = 3;

  private NameLikeness() {}

  /** Whether the words {@code first} to {@code end} can be a name. */
  static boolean of(NormalizedText text, WordTable words, int first, int end) {
    boolean joined = text.has('_') && !text.has(' ');
    for (int i = first + MARGIN; i < end + MARGIN; i++) {
      if (isGenerated(words, i)) {
        return false;
      }
      joined |= isJoined(text.text(), words, i);
    }
    return !joined || isListed(words, first + MARGIN, end + MARGIN);
  }

  /**
   * Whether joined words have a listed name and no everyday word: anna_vesely, and neither
   * max_tokens nor end_ms.
   */
  private static boolean isListed(WordTable words, int first, int end) {
    int letters = 0;
    int longest = 0;
    for (int i = first; i < end; i++) {
      if (Shape.isSign(words.shape[i]) || Shape.isDigits(words.shape[i])) {
        continue;
      }
      letters++;
      boolean listed = (words.kinds[i] & Gazetteer.NAMES) != 0;
      if (!listed && (words.kinds[i] & Gazetteer.Kind.COMMON.bit()) != 0) {
        return false;
      }
      longest = listed ? Math.max(longest, words.end(i) - words.start(i)) : longest;
    }
    return longest >= (letters > 1 ? SHORTEST_BESIDE : SHORTEST_ALONE);
  }

  /** Whether a sign of code joins a word to another, or it has a hump as words of code have. */
  private static boolean isJoined(String text, WordTable words, int i) {
    int start = words.start(i);
    int end = words.end(i);
    return isJoint(text, start - 1, start - 2)
        || isJoint(text, end, end + 1)
        || (words.shape[i] == Shape.MIXED && Character.isLowerCase(text.charAt(start)));
  }

  /** An underscore, or a dot with a small letter beyond it. */
  private static boolean isJoint(String text, int at, int beyond) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char sign = text.charAt(at);
    return sign == '_'
        || (sign == '.'
            && beyond >= 0
            && beyond < text.length()
            && Character.isLowerCase(text.charAt(beyond)));
  }

  private static boolean isGenerated(WordTable words, int i) {
    int shape = words.shape[i];
    int length = words.end(i) - words.start(i);
    boolean mixed = shape == Shape.LETTERS_AND_DIGITS && length > LONGEST_GENERATED;
    return mixed || (Shape.isDigits(shape) && length > LONGEST_NUMBER);
  }
}
