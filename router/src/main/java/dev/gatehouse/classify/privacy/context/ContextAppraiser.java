package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Raises names and addresses of private persons to PERSONAL. All mentions of one name in a text are
 * of one class, and a bare name follows the full name that it belongs to. Beside one who is surely
 * private, a name that nobody knows is more readily taken for private too. What stands beside a
 * private person and would tell who it is (an age, a place of living, an employer) is raised with
 * it.
 */
public final class ContextAppraiser implements Appraiser {

  /** How far above the threshold a name is to draw the others of its text along, in logits. */
  private static final double SURE = 0.5;

  /** Where the names are that it draws along: whom nobody knows is seldom alone in a letter. */
  private static final double IN_COMPANY = -2.5;

  private final ContextModel model;
  private final CueLexicon lexicon = CueLexicon.bundled();
  private final KnownNames known = KnownNames.bundled();
  private final ProductNames products = ProductNames.bundled(lexicon);

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
  public List<Example> examples(NormalizedText text, List<Match> all) {
    List<Match> found = withoutProducts(text, all);
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

  private List<Match> withoutProducts(NormalizedText text, List<Match> found) {
    Set<Match> none = products.in(text, found);
    return none.isEmpty() ? found : found.stream().filter(each -> !none.contains(each)).toList();
  }

  @Override
  public List<Match> appraise(NormalizedText text, List<Match> found) {
    Set<Match> nobodys = products.in(text, found);
    if (nobodys.isEmpty()) {
      return judged(text, found);
    }
    List<Match> others = found.stream().filter(each -> !nobodys.contains(each)).toList();
    return Stream.concat(judged(text, others).stream(), nobodys.stream())
        .sorted(Comparator.comparingInt(Match::start))
        .toList();
  }

  private List<Match> judged(NormalizedText text, List<Match> found) {
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
    boolean sure = margins.values().stream().anyMatch(margin -> margin >= SURE);
    List<Match> judged = new ArrayList<>(found);
    List<Candidate> confidential =
        candidates.all().stream()
            .filter(
                each ->
                    margins.getOrDefault(candidates.owner(each), 0.0)
                        >= (sure && !each.isKnown() ? IN_COMPANY : 0))
            .toList();
    confidential.forEach(each -> judged.set(each.index(), PersonalMatches.of(each.match())));
    new Companions(text, context, confidential).raise(judged);
    return judged;
  }
}
