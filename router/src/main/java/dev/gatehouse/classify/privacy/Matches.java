package dev.gatehouse.classify.privacy;

import dev.gatehouse.config.PrivacyClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the detectors found in one string. Not for use by several threads. */
final class Matches {

  private final List<Match> found = new ArrayList<>();

  /**
   * Adds a value at {@code start} to {@code end} of {@code text.text()}; more than {@link
   * NormalizedText#MAX_MATCHES} are not kept, since the whole string is then reported.
   */
  void add(NormalizedText text, Rule rule, int start, int end) {
    if (found.size() <= NormalizedText.MAX_MATCHES) {
      found.add(new Match(rule, text.originalStart(start), text.originalEnd(end)));
    }
  }

  boolean overflowed() {
    return found.size() > NormalizedText.MAX_MATCHES;
  }

  /**
   * The values by position. Overlapping ones of the same class are joined; of different classes
   * both stay, because each class has its own treatment.
   */
  List<Match> resolved() {
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
