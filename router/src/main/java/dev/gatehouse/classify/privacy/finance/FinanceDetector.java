package dev.gatehouse.classify.privacy.finance;

import dev.gatehouse.classify.privacy.statement.Cue;
import dev.gatehouse.classify.privacy.statement.Languages;
import dev.gatehouse.classify.privacy.statement.PersonalContext;
import dev.gatehouse.classify.privacy.statement.Phrase;
import dev.gatehouse.classify.privacy.statement.PhraseFile;
import dev.gatehouse.classify.privacy.statement.Phrases;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import java.util.List;

/**
 * Finds sums that are said to be somebody's pay, debt or savings: an amount and its word in one
 * sentence, where the sentence or the whole text speaks of a person.
 */
final class FinanceDetector implements Detector {

  /** A text with more words of money is a book; the rest of them says nothing new. */
  private static final int MOST_TERMS = 200;

  private static final Phrases TERMS =
      PhraseFile.all(FinanceDetector.class, "money", MoneyTerm::meaning);

  @Override
  public void detect(NormalizedText text, Matches matches) {
    if (text.digits() == 0) {
      return;
    }
    if (MoneyField.of(text.surroundings()).holdsSum(text.text())) {
      matches.add(text, MoneyTerm.PAY.rule(), 0, text.text().length());
      return;
    }
    List<Phrase> phrases = TERMS.in(text);
    if (phrases.stream().anyMatch(phrase -> MoneyTerm.of(phrase) != MoneyTerm.CURRENCY)) {
      MoneyTable.detect(text, phrases, matches);
      judge(text, phrases, matches);
    }
  }

  private static void judge(NormalizedText text, List<Phrase> phrases, Matches matches) {
    List<Amount> amounts = Amount.in(text, phrases);
    List<MoneyHit> paired =
        phrases.stream()
            .filter(phrase -> MoneyTerm.of(phrase) != MoneyTerm.CURRENCY)
            .limit(MOST_TERMS)
            .flatMap(phrase -> MoneyHit.of(phrase, amounts, text).stream())
            .toList();
    if (paired.isEmpty()) {
      return;
    }
    int languages = Languages.of(text);
    List<MoneyHit> hits =
        paired.stream().filter(hit -> MoneyTerm.counts(hit.phrase(), languages)).toList();
    PersonalContext context = PersonalContext.of(text, languages);
    int[] points = new int[hits.size()];
    boolean any = false;
    for (int i = 0; i < points.length; i++) {
      points[i] = points(hits.get(i), context) + Math.min(2, hits.size() / 2);
      any |= points[i] >= PersonalContext.PERSONAL;
    }
    for (int i = 0; i < points.length; i++) {
      if (points[i] >= PersonalContext.PERSONAL || (any && points[i] > 0)) {
        hits.get(i).addTo(text, matches);
      }
    }
  }

  private static int points(MoneyHit hit, PersonalContext context) {
    int first = hit.phrase().first();
    int business = context.isInSentence(Cue.BUSINESS, first) ? 2 : 0;
    return context.points(first, hit.phrase().last()) - business;
  }
}
