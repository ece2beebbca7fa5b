package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.Match;

/**
 * A found name or address whose owner is to be told.
 *
 * @param index its place among the text's matches
 * @param first its first word
 * @param end one past its last word
 * @param known what everybody knows of it, by {@link KnownNames}
 * @param name in lower case, by which mentions of one person are told
 */
record Candidate(int index, Match match, int first, int end, int known, String name) {

  int words() {
    return end - first;
  }

  boolean isKnown() {
    return (known & (KnownNames.PUBLIC | KnownNames.CHARACTER | KnownNames.PLACEHOLDER)) != 0;
  }
}
