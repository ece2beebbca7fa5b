package dev.gatehouse.classify.privacy;

/**
 * A found value.
 *
 * @param start first UTF-16 unit in the original string
 * @param end one past the last
 */
record Match(Rule rule, int start, int end) {

  int length() {
    return end - start;
  }

  /** This value and one that overlaps it as one, named after the longer. */
  Match joined(Match other) {
    Rule longer = other.length() > length() ? other.rule : rule;
    return new Match(longer, Math.min(start, other.start), Math.max(end, other.end));
  }
}
