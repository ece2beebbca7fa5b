package dev.gatehouse.classify.privacy.finance;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.statement.Language;
import dev.gatehouse.classify.privacy.statement.Phrase;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/** What a word of the lists names. */
enum MoneyTerm {
  PAY("money-pay"),
  DEBT("money-debt"),
  BALANCE("money-balance"),
  SCORE("money-score"),
  /** A currency or unit behind an amount. */
  CURRENCY("money-amount");

  private static final int LANGUAGES_SHIFT = 8;

  private final Rule rule;

  MoneyTerm(String rule) {
    this.rule = new Rule(FindingType.SALARY, rule, PrivacyClass.FINANCIAL);
  }

  /** The meaning that a list's phrases of a kind have. */
  static int meaning(String kind, Language language) {
    MoneyTerm term = valueOf(kind);
    int languages = term == CURRENCY ? -1 : language.bit();
    return 1 << term.ordinal() | languages << LANGUAGES_SHIFT;
  }

  /** The first kind that a phrase is of. */
  static MoneyTerm of(Phrase phrase) {
    return values()[Integer.numberOfTrailingZeros(phrase.meaning())];
  }

  static boolean counts(Phrase phrase, int languages) {
    return (phrase.meaning() >>> LANGUAGES_SHIFT & languages) != 0;
  }

  Rule rule() {
    return rule;
  }
}
