package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Raises names and addresses of private persons to PERSONAL. All mentions of one name in a text are
 * of one class, and a bare name follows the full name that it belongs to. What stands beside a
 * private person and would tell who it is (an age, a place of living, an employer) is raised with
 * it.
 */
public final class ContextAppraiser implements Appraiser {

  private final ContextModel model;
  private final CueLexicon lexicon = CueLexicon.bundled();
  private final KnownNames known = KnownNames.bundled();

  /** Judges with the given weights. */
  public ContextAppraiser(ContextModel model) {
    this.model = model;
  }

  /**
   * A name and what training needs of it.
   *
   * @param features the indexes of those that hold, below {@link ContextModel#features}
   */
  public record Example(Match match, int[] features) {}

  /** The names and addresses that would be judged. */
  public List<Example> examples(NormalizedText text, List<Match> found) {
    Candidates candidates = Candidates.of(text, found, known);
    if (candidates.all().isEmpty()) {
      return List.of();
    }
    FeatureExtractor extractor = new FeatureExtractor(text, found, candidates, lexicon);
    return candidates.all().stream()
        .map(candidate -> new Example(candidate.match(), extractor.of(candidate)))
        .toList();
  }

  @Override
  public List<Match> appraise(NormalizedText text, List<Match> found) {
    Candidates candidates = Candidates.of(text, found, known);
    if (candidates.all().isEmpty()) {
      return found;
    }
    FeatureExtractor extractor = new FeatureExtractor(text, found, candidates, lexicon);
    Map<String, Double> margins = new HashMap<>();
    for (Candidate candidate : candidates.all()) {
      double margin = model.margin(extractor.of(candidate));
      margins.merge(candidate.name(), margin, Math::max);
    }
    return judged(found, candidates, margins);
  }

  private static List<Match> judged(
      List<Match> found, Candidates candidates, Map<String, Double> margins) {
    List<Match> judged = new ArrayList<>(found);
    for (Candidate candidate : candidates.all()) {
      if (margins.getOrDefault(candidate.name(), 0.0) >= 0) {
        judged.set(candidate.index(), raised(candidate.match()));
      }
    }
    return judged;
  }

  private static Match raised(Match match) {
    Rule rule = match.rule();
    return new Match(
        new Rule(rule.type(), rule.name(), PrivacyClass.PERSONAL), match.start(), match.end());
  }
}
