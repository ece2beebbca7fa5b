package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Raises every person's name and every address to PERSONAL, whoever's it is, with what stands
 * beside it: {@code privacy.names: always}.
 */
final class EveryNameAppraiser implements Appraiser {

  private final CueLexicon lexicon = CueLexicon.bundled();
  private final KnownNames known = KnownNames.bundled();

  @Override
  public List<Match> appraise(NormalizedText text, List<Match> found) {
    Candidates candidates = Candidates.of(text, found, known);
    if (candidates.all().isEmpty()) {
      return found;
    }
    List<Match> judged = new ArrayList<>(found);
    candidates.all().forEach(each -> judged.set(each.index(), PersonalMatches.of(each.match())));
    new Companions(text, new TextContext(text, lexicon), candidates.all()).raise(judged);
    return judged;
  }
}
