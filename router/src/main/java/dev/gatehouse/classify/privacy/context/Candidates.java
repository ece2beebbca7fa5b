package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Words;
import dev.gatehouse.config.PrivacyClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names and addresses of one text that are to be judged, and which of them are one person's.
 *
 * @param all in the order of the matches
 * @param mentions how often each name is met
 * @param fullNames for every word of a name of several words, the first such name
 */
record Candidates(
    List<Candidate> all, Map<String, Integer> mentions, Map<String, String> fullNames) {

  static boolean isOne(Match match) {
    return match.rule().privacyClass() == PrivacyClass.INTERNAL
        && (match.rule().type() == FindingType.PERSON
            || match.rule().type() == FindingType.ADDRESS);
  }

  static Candidates of(NormalizedText text, List<Match> matches, KnownNames known) {
    List<Candidate> all = new ArrayList<>();
    Map<String, Integer> mentions = new HashMap<>();
    Map<String, String> fullNames = new HashMap<>();
    for (int i = 0; i < matches.size(); i++) {
      if (isOne(matches.get(i))) {
        Candidate candidate = candidate(text, matches.get(i), i, known);
        all.add(candidate);
        mentions.merge(candidate.name(), 1, Integer::sum);
        if (candidate.words() > 1 && isPerson(candidate)) {
          for (int word = candidate.first(); word < candidate.end(); word++) {
            fullNames.putIfAbsent(text.words().lower(word), candidate.name());
          }
        }
      }
    }
    return new Candidates(all, mentions, fullNames);
  }

  /** The name that mentions of one person share: of a bare name the full name it belongs to. */
  String owner(Candidate candidate) {
    return candidate.words() == 1
        ? fullNames.getOrDefault(candidate.name(), candidate.name())
        : candidate.name();
  }

  static boolean isPerson(Candidate candidate) {
    return candidate.match().rule().type() == FindingType.PERSON;
  }

  private static Candidate candidate(
      NormalizedText text, Match match, int index, KnownNames known) {
    Words words = text.words();
    String name = text.text().substring(match.start(), match.end());
    int first = words.at(match.start());
    int end = Math.max(first + 1, words.at(match.end()));
    return new Candidate(index, match, first, end, known.of(name), name.toLowerCase(Locale.ROOT));
  }
}
