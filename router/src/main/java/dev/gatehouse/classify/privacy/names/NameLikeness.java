package dev.gatehouse.classify.privacy.names;

import static dev.gatehouse.classify.privacy.names.WordTable.MARGIN;

import dev.gatehouse.classify.privacy.text.NormalizedText;

/**
 * Tells what cannot be a name from its form alone: generated values, and words of code that are
 * joined by underscores and are on no list of names.
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
    for (int i = first + MARGIN; i < end + MARGIN; i++) {
      if (isGenerated(words, i)) {
        return false;
      }
      if (identifier && (words.kinds[i] & NAME) != 0) {
        return true;
      }
    }
    return !identifier;
  }

  private static boolean isGenerated(WordTable words, int i) {
    int shape = words.shape[i];
    int length = words.end(i) - words.start(i);
    boolean mixed = shape == Shape.LETTERS_AND_DIGITS && length > LONGEST_GENERATED;
    return mixed || (Shape.isDigits(shape) && length > LONGEST_NUMBER);
  }
}
