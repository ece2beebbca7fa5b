package dev.gatehouse.meter;

/**
 * How many tokens something probably is, and how many it is at most.
 *
 * @param tokens the best guess
 * @param upperBound at least {@code tokens}; see {@link TokenEstimator} for how far it can be
 *     trusted
 */
public record TokenEstimate(long tokens, long upperBound) {

  /** Of nothing. */
  public static final TokenEstimate NONE = new TokenEstimate(0, 0);

  public TokenEstimate {
    if (tokens < 0 || upperBound < tokens) {
      throw new IllegalArgumentException(
          "expected 0 <= tokens <= upperBound, got " + tokens + " and " + upperBound);
    }
  }

  /** Both together. */
  public TokenEstimate plus(TokenEstimate other) {
    return new TokenEstimate(tokens + other.tokens, upperBound + other.upperBound);
  }
}
