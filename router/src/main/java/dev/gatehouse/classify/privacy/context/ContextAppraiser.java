package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
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
    TextContext context = new TextContext(text, lexicon);
    FeatureExtractor extractor = new FeatureExtractor(text, found, candidates, context, lexicon);
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
    TextContext context = new TextContext(text, lexicon);
    FeatureExtractor extractor = new FeatureExtractor(text, found, candidates, context, lexicon);
    Map<String, Double> margins = new HashMap<>();
    for (Candidate candidate : candidates.all()) {
      double margin = model.margin(extractor.of(candidate));
      margins.merge(candidates.owner(candidate), margin, Math::max);
    }
    List<Match> judged = new ArrayList<>(found);
    List<Candidate> confidential =
        candidates.all().stream()
            .filter(each -> margins.getOrDefault(candidates.owner(each), 0.0) >= 0)
            .toList();
    confidential.forEach(each -> judged.set(each.index(), PersonalMatches.of(each.match())));
    new Companions(text, context, confidential).raise(judged);
    return judged;
  }
}
