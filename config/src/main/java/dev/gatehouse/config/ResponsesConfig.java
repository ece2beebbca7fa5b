package dev.gatehouse.config;

import java.time.Duration;

/**
 * What is kept of answers that clients may come back to, as OpenAI's Responses API lets them.
 *
 * @param retention how long an answer is kept after it was given; zero means that none ever is
 */
public record ResponsesConfig(Duration retention) {

  public ResponsesConfig {
    if (retention.isNegative()) {
      throw new IllegalArgumentException("responses.retention: expected 0 or more");
    }
  }

  /** Thirty days, as at OpenAI. */
  public static ResponsesConfig defaults() {
    return new ResponsesConfig(Duration.ofDays(30));
  }
}
