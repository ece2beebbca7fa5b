package dev.gatehouse.classify.privacy.secrets;

/**
 * A place where a rule's expression matches.
 *
 * @param text all that was searched
 * @param match what the expression matched
 * @param secretSpan the secret within it
 */
record RuleMatch(String text, Span match, Span secretSpan) {

  private static final int MAX_LINE = 1000;

  int start() {
    return secretSpan.start();
  }

  int end() {
    return secretSpan.end();
  }

  String secret() {
    return text.substring(start(), end());
  }

  String whole() {
    return text.substring(match.start(), match.end());
  }

  /** The line or lines of the match, as far as a thousand characters around it. */
  String line() {
    int from = match.start();
    while (from > 0 && match.start() - from < MAX_LINE && text.charAt(from - 1) != '\n') {
      from--;
    }
    int limit = Math.min(text.length(), match.end() + MAX_LINE);
    int to = text.indexOf('\n', match.end(), limit);
    return text.substring(from, to < 0 ? limit : to);
  }

  /**
   * A stretch of the text.
   *
   * @param start first UTF-16 unit
   * @param end one past the last
   */
  record Span(int start, int end) {}
}
