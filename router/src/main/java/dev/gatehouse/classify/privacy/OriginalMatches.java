package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.config.PrivacyClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The values of one string, at its own offsets, from every text that was made of it. */
final class OriginalMatches {

  private final List<Match> found = new ArrayList<>();

  void addAll(NormalizedText text, List<Match> matches) {
    for (Match match : matches) {
      int start = text.originalStart(match.start());
      found.add(new Match(match.rule(), start, text.originalEnd(match.end())));
    }
  }

  /** Takes out what turns out to be none. */
  void removeIf(Predicate<Match> none) {
    found.removeIf(none);
  }

  /**
   * The values by position. Overlapping ones of the same class are joined; of different classes
   * both stay, because each class has its own treatment.
   */
  List<Match> resolved() {
    if (found.size() < 2) {
      return found;
    }
    List<Match> resolved = new ArrayList<>(found.size());
    Map<PrivacyClass, Integer> latest = new EnumMap<>(PrivacyClass.class);
    found.sort(Comparator.comparingInt(Match::start).thenComparingInt(Match::end));
    for (Match match : found) {
      PrivacyClass privacyClass = match.rule().privacyClass();
      Integer index = latest.get(privacyClass);
      if (index != null && resolved.get(index).end() > match.start()) {
        resolved.set(index, resolved.get(index).joined(match));
      } else {
        latest.put(privacyClass, resolved.size());
        resolved.add(match);
      }
    }
    return resolved;
  }
}
