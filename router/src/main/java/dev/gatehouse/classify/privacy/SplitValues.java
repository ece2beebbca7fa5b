package dev.gatehouse.classify.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.config.PrivacyClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds values that no string of a list or object holds alone: numbers in groups ({@link
 * JoinedParts}) and whatever is cut in two where texts meet ({@link TextSeams}); decision 0027.
 */
final class SplitValues {

  private final StringScan strings;

  SplitValues(StringScan strings) {
    this.strings = strings;
  }

  /** What is split, of each reading of the strings; offsets are the joined text's. */
  List<Found> in(JsonNode listOrObject, Surroundings surroundings) {
    List<Found> split = new ArrayList<>();
    for (JoinedParts parts : JoinedParts.of(listOrObject)) {
      split.add(read(parts.text(), surroundings, parts::isSplit));
    }
    for (TextSeams seams : TextSeams.of(listOrObject)) {
      split.add(read(seams.text(), surroundings, match -> isSplit(match, seams, surroundings)));
    }
    return split;
  }

  private Found read(String text, Surroundings surroundings, Predicate<Match> isSplit) {
    Found found = strings.scan(text, surroundings, ScanMode.SEALED);
    return new Found(found.matches().stream().filter(isSplit).toList(), found.unread());
  }

  /** Whether it is one value that crosses a seam, and not one that ends or begins there. */
  private boolean isSplit(Match match, TextSeams seams, Surroundings surroundings) {
    int seam = seams.seamOf(match);
    if (seam < 0 || match.rule().privacyClass().rank() <= PrivacyClass.INTERNAL.rank()) {
      return false;
    }
    if (seams.goesOn(seam)) {
      return true;
    }
    String before = seams.before(seam);
    boolean begins =
        found(seams.behind(seam), match.rule(), surroundings).anyMatch(each -> each.start() == 0);
    boolean ends =
        match.rule().type() != FindingType.SECRET
            && found(before, match.rule(), surroundings)
                .anyMatch(each -> each.end() == before.length());
    return !begins && !ends;
  }

  private Stream<Match> found(String text, Rule rule, Surroundings surroundings) {
    return strings.scan(text, surroundings, ScanMode.SEALED).matches().stream()
        .filter(each -> each.rule().type() == rule.type());
  }
}
