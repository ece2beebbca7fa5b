package dev.gatehouse.classify.privacy.health;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.statement.Languages;
import dev.gatehouse.classify.privacy.statement.PersonalContext;
import dev.gatehouse.classify.privacy.statement.Phrase;
import dev.gatehouse.classify.privacy.statement.PhraseFile;
import dev.gatehouse.classify.privacy.statement.Phrases;
import dev.gatehouse.classify.privacy.statement.Stretch;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds statements about somebody's health. Where a text has one, its other words of illness near
 * by belong to it; what nothing ties to a person is left as a candidate for the appraisal, which
 * knows of persons that other detectors found.
 */
final class HealthDetector implements Detector {

  static final Rule STATEMENT =
      new Rule(FindingType.HEALTH, "health-statement", PrivacyClass.HEALTH);
  static final Rule CANDIDATE = new Rule(FindingType.HEALTH, "health-term", PrivacyClass.PUBLIC);

  /** A text with more words of illness is a book; the rest of them says nothing new. */
  private static final int MOST_TERMS = 200;

  private static final int MOST_CANDIDATES = 40;

  /** How far from a statement a word of illness still belongs to it, in UTF-16 units. */
  private static final int NEAR = 800;

  /** Signs and conjunctions that join two parts of one statement. */
  private static final int JOINED = 6;

  private static final Phrases TERMS =
      PhraseFile.all(HealthDetector.class, "terms", HealthTerm::meaning);

  @Override
  public void detect(NormalizedText text, Matches matches) {
    HealthField field = HealthField.of(text.surroundings());
    if (field.holdsStatement(text.text())) {
      matches.add(text, STATEMENT, 0, text.text().length());
      return;
    }
    List<Phrase> phrases = TERMS.in(text);
    if (!phrases.isEmpty()) {
      judge(text, phrases, matches, field);
    }
  }

  private static void judge(
      NormalizedText text, List<Phrase> phrases, Matches matches, HealthField field) {
    int languages = Languages.of(text);
    List<HealthHit> hits =
        phrases.stream()
            .limit(MOST_TERMS)
            .filter(phrase -> HealthTerm.counts(phrase, languages, text.text()))
            .map(phrase -> HealthHit.of(phrase, text))
            .filter(HealthHit::isComplete)
            .toList();
    if (hits.isEmpty()) {
      return;
    }
    int ofForm = HealthForm.points(text, hits) + field.points();
    PersonalContext context = PersonalContext.of(text, languages);
    int[] points = new int[hits.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = ofForm + hits.get(i).points(context);
    }
    add(text, statements(text, hits, points), STATEMENT, matches);
    add(text, candidates(text, hits, points), CANDIDATE, matches);
  }

  private static List<Stretch> statements(NormalizedText text, List<HealthHit> hits, int[] points) {
    List<Stretch> statements = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      if (points[i] >= PersonalContext.PERSONAL || (points[i] > 0 && isNearOne(i, hits, points))) {
        statements.add(hits.get(i).stretch(text));
      }
    }
    return statements;
  }

  private static boolean isNearOne(int hit, List<HealthHit> hits, int[] points) {
    for (int step = -1; step <= 1; step += 2) {
      for (int i = hit + step; i >= 0 && i < points.length; i += step) {
        if (Math.abs(hits.get(i).phrase().start() - hits.get(hit).phrase().start()) > NEAR) {
          break;
        }
        if (points[i] >= PersonalContext.PERSONAL) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Stretch> candidates(NormalizedText text, List<HealthHit> hits, int[] points) {
    List<Stretch> candidates = new ArrayList<>();
    for (int i = 0; i < points.length && candidates.size() < MOST_CANDIDATES; i++) {
      if (points[i] < PersonalContext.PERSONAL && hits.get(i).term().isTelling()) {
        candidates.add(hits.get(i).stretch(text));
      }
    }
    return candidates;
  }

  /** Adds stretches, neighbours as one. */
  private static void add(
      NormalizedText text, List<Stretch> stretches, Rule rule, Matches matches) {
    for (int i = 0; i < stretches.size(); i++) {
      Stretch joined = stretches.get(i);
      while (i + 1 < stretches.size() && areJoined(text, joined, stretches.get(i + 1))) {
        joined = joined.joined(stretches.get(++i));
      }
      matches.add(text, rule, joined.start(), joined.end());
    }
  }

  private static boolean areJoined(NormalizedText text, Stretch one, Stretch next) {
    return next.start() - one.end() <= JOINED
        && (next.start() <= one.end()
            || text.text().substring(one.end(), next.start()).indexOf('\n') < 0);
  }
}
