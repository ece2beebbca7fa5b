package dev.gatehouse.classify.privacy.secrets;

/**
 * A place where a rule's expression matches.
 *
 * @param matchStart where the match begins
 * @param matchEnd one past the match
 * @param start where the secret within it begins
 * @param end one past the secret
 */
record RuleMatch(String text, int matchStart, int matchEnd, int start, int end) {

  private static final int MAX_LINE = 1000;

  String secret() {
    return text.substring(start, end);
  }

  String whole() {
    return text.substring(matchStart, matchEnd);
  }

  /** The line or lines of the match, as far as a thousand characters around it. */
  String line() {
    int from = text.lastIndexOf('\n', matchStart) + 1;
    int to = text.indexOf('\n', matchEnd);
    return text.substring(
        Math.max(from, matchStart - MAX_LINE),
        Math.min(to < 0 ? text.length() : to, matchEnd + MAX_LINE));
  }
}
