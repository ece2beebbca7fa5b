package dev.gatehouse.classify.privacy.health;

import dev.gatehouse.classify.privacy.statement.PersonalContext;
import dev.gatehouse.classify.privacy.statement.Phrase;
import dev.gatehouse.classify.privacy.statement.Stretch;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Words;

/**
 * A word of illness in a text, with the number that belongs to it.
 *
 * @param last word of its number, or its own last word where it has none
 */
record HealthHit(Phrase phrase, HealthTerm term, int last) {

  /** Words between a measured value's name and its number. */
  private static final int MAX_GAP = 4;

  static HealthHit of(Phrase phrase, NormalizedText text) {
    return new HealthHit(phrase, HealthTerm.of(phrase), number(phrase, text));
  }

  private static int number(Phrase phrase, NormalizedText text) {
    Words words = text.words();
    int limit = Math.min(words.count(), phrase.last() + 1 + MAX_GAP);
    for (int word = phrase.last() + 1; word < limit; word++) {
      if (text.text().substring(words.end(word - 1), words.start(word)).indexOf('\n') >= 0) {
        break;
      }
      char first = text.text().charAt(words.start(word));
      if (Character.isDigit(first)) {
        return word;
      }
      if (",;\n?".indexOf(first) >= 0) {
        break;
      }
    }
    return phrase.last();
  }

  boolean hasNumber() {
    return last > phrase.last();
  }

  /** A measured value needs its number. */
  boolean isComplete() {
    return term != HealthTerm.LAB || hasNumber();
  }

  int points(PersonalContext context) {
    boolean dosed = hasNumber() && (term == HealthTerm.DRUG || term == HealthTerm.LAB);
    return context.points(phrase.first(), phrase.last()) + term.points() + (dosed ? 1 : 0);
  }

  Stretch stretch(NormalizedText text) {
    Stretch stretch = Stretch.around(text, phrase.first(), last);
    int start = Math.min(stretch.start(), phrase.start());
    return new Stretch(start, Math.max(stretch.end(), phrase.end()));
  }
}
