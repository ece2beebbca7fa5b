package dev.gatehouse.classify.privacy.health;

import dev.gatehouse.classify.privacy.statement.Language;
import dev.gatehouse.classify.privacy.statement.Phrase;

/** What a word of the lists names, and what that adds to the points of its context. */
enum HealthTerm {
  CONDITION(1, 0, true),
  /** Said of persons only: pregnant. */
  STATE(2, 0, true),
  SYMPTOM(4, -1, false),
  DRUG(8, 0, true),
  /** A measured value; nothing without its number. */
  LAB(16, 0, true),
  PROCEDURE(32, 0, true),
  /** Who gives care and where: a psychiatrist, a clinic. */
  CARE(64, -1, false);

  private static final int ALL_LANGUAGES = (1 << Language.COUNT) - 1;
  private static final int CAPITALS_ONLY = 1 << 30;
  private static final int LANGUAGES_SHIFT = 8;
  private static final String UPPER = "UPPER-";

  private final int bit;
  private final int points;
  private final boolean telling;

  HealthTerm(int bit, int points, boolean telling) {
    this.bit = bit;
    this.points = points;
    this.telling = telling;
  }

  /** The meaning that a list's phrases of a kind have. */
  static int meaning(String kind, Language language) {
    boolean upper = kind.startsWith(UPPER);
    HealthTerm term = valueOf(upper ? kind.substring(UPPER.length()) : kind);
    int languages = term == DRUG ? ALL_LANGUAGES : language.bit();
    return term.bit | languages << LANGUAGES_SHIFT | (upper ? CAPITALS_ONLY : 0);
  }

  /** The first kind that a phrase is of. */
  static HealthTerm of(Phrase phrase) {
    for (HealthTerm term : values()) {
      if ((phrase.meaning() & term.bit) != 0) {
        return term;
      }
    }
    throw new IllegalArgumentException("a phrase of no kind");
  }

  /** Whether a phrase belongs to one of the languages, and is written as it must be. */
  static boolean counts(Phrase phrase, int languages, String text) {
    boolean inLanguage = (phrase.meaning() >>> LANGUAGES_SHIFT & languages) != 0;
    return inLanguage
        && ((phrase.meaning() & CAPITALS_ONLY) == 0
            || (Character.isUpperCase(text.charAt(phrase.start()))
                && !Character.isLowerCase(text.charAt(phrase.end() - 1))));
  }

  int points() {
    return points;
  }

  /** Whether a private person near by is enough to make it a statement. */
  boolean isTelling() {
    return telling;
  }
}
