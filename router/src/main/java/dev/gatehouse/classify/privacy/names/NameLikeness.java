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

  private static final int NAME =
      Gazetteer.Kind.GIVEN.bit() | Gazetteer.Kind.SURNAME.bit() | Gazetteer.Kind.PLACE.bit();

  private NameLikeness() {}

  /** Whether the words {@code first} to {@code end} can be a name. */
  static boolean of(NormalizedText text, WordTable words, int first, int end) {
    boolean identifier = text.has('_') && !text.has(' ');
    boolean listed = false;
    boolean joined = identifier;
    for (int i = first + MARGIN; i < end + MARGIN; i++) {
      if (isGenerated(words, i)) {
        return false;
      }
      listed |= (words.kinds[i] & NAME) != 0;
      joined |= isJoined(text, words, i);
    }
    return listed || !joined;
  }

  /** Whether an underscore joins a word to another, or it has a hump as words of code have. */
  private static boolean isJoined(NormalizedText text, WordTable words, int i) {
    String all = text.text();
    int start = words.start(i);
    int end = words.end(i);
    boolean underscore =
        text.has('_')
            && ((start > 0 && all.charAt(start - 1) == '_')
                || (end < all.length() && all.charAt(end) == '_'));
    return underscore
        || (words.shape[i] == Shape.MIXED && Character.isLowerCase(all.charAt(start)));
  }

  private static boolean isGenerated(WordTable words, int i) {
    int shape = words.shape[i];
    int length = words.end(i) - words.start(i);
    boolean mixed = shape == Shape.LETTERS_AND_DIGITS && length > LONGEST_GENERATED;
    return mixed || (Shape.isDigits(shape) && length > LONGEST_NUMBER);
  }
}
