package dev.gatehouse.classify.privacy.finance;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.statement.Language;
import dev.gatehouse.classify.privacy.statement.Phrase;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/** What a word of the lists names. */
enum MoneyTerm {
  PAY(1, "money-pay"),
  DEBT(2, "money-debt"),
  BALANCE(4, "money-balance"),
  SCORE(8, "money-score"),
  /** A currency or unit behind an amount. */
  CURRENCY(16, "money-amount");

  private static final int LANGUAGES_SHIFT = 8;

  private final int bit;
  private final String rule;

  MoneyTerm(int bit, String rule) {
    this.bit = bit;
    this.rule = rule;
  }

  /** The meaning that a list's phrases of a kind have. */
  static int meaning(String kind, Language language) {
    MoneyTerm term = valueOf(kind);
    int languages = term == CURRENCY ? -1 : language.bit();
    return term.bit | languages << LANGUAGES_SHIFT;
  }

  /** The first kind that a phrase is of. */
  static MoneyTerm of(Phrase phrase) {
    for (MoneyTerm term : values()) {
      if ((phrase.meaning() & term.bit) != 0) {
        return term;
      }
    }
    throw new IllegalArgumentException("a phrase of no kind");
  }

  static boolean counts(Phrase phrase, int languages) {
    return (phrase.meaning() >>> LANGUAGES_SHIFT & languages) != 0;
  }

  /** What a sum beside such a word is reported as. */
  Rule rule() {
    return new Rule(FindingType.SALARY, rule, PrivacyClass.FINANCIAL);
  }
}
