package dev.gatehouse.classify.privacy.finance;

import dev.gatehouse.classify.privacy.statement.Phrase;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Words;
import java.util.List;
import java.util.Optional;

/** A word of money and the amount that belongs to it. */
record MoneyHit(Phrase phrase, Amount amount) {

  /** Words between an amount and its word, before and behind. */
  private static final int REACH = 7;

  /** Words up to which the two are one statement. */
  private static final int ONE = 5;

  /** The nearest amount of the same line and sentence; the one behind is preferred. */
  static Optional<MoneyHit> of(Phrase phrase, List<Amount> amounts, NormalizedText text) {
    MoneyTerm term = MoneyTerm.of(phrase);
    Amount best = null;
    int nearest = REACH + 1;
    for (Amount amount : amounts) {
      int behind = amount.first() - phrase.last();
      if (behind > REACH) {
        break; // they are in order
      }
      int before = phrase.first() - amount.last() + 1;
      int distance = behind > 0 ? behind : before > 0 ? before : 1;
      if (distance < nearest
          && amount.isSum(term)
          && isBound(distance, amount)
          && areTogether(phrase, amount, text)) {
        nearest = distance;
        best = amount;
      }
    }
    return Optional.ofNullable(best).map(amount -> new MoneyHit(phrase, amount));
  }

  /** Digits alone are a sum right beside their word only. */
  private static boolean isBound(int distance, Amount amount) {
    return amount.hasCurrency() || distance <= 3;
  }

  private static boolean areTogether(Phrase phrase, Amount amount, NormalizedText text) {
    Words words = text.words();
    int start = Math.min(phrase.end(), words.end(amount.last()));
    int end = Math.max(phrase.start(), words.start(amount.first()));
    for (int at = start; at < end; at++) {
      char c = text.text().charAt(at);
      if (c == '\n' || c == '?' || c == '!' || (c == '.' && text.text().startsWith(". ", at))) {
        return false;
      }
    }
    return true;
  }

  /** Reports the amount, with its word where the two stand together. */
  void addTo(NormalizedText text, Matches matches) {
    Words words = text.words();
    int start = words.start(amount.first());
    int end = words.end(amount.last());
    boolean one = amount.first() - phrase.last() <= ONE && phrase.first() - amount.last() <= ONE;
    matches.add(
        text,
        MoneyTerm.of(phrase).rule(),
        one ? Math.min(start, phrase.start()) : start,
        one ? Math.max(end, phrase.end()) : end);
  }
}
