package dev.gatehouse.provider.embedded;

import java.time.Duration;

/**
 * Delays between restarts: 1 second, doubling to 60, and 1 again after a child that served for a
 * minute. For one thread.
 */
final class Backoff {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration STABLE = Duration.ofMinutes(1);

  private Duration delay = SHORTEST;
  private int failedStarts;
  private boolean everServed;

  /**
   * The delay after a child that ended.
   *
   * @param served whether it had become ready
   * @param lifetime from its start to its end
   */
  Duration next(boolean served, Duration lifetime) {
    everServed |= served;
    failedStarts = everServed ? 0 : failedStarts + 1;
    if (served && lifetime.compareTo(STABLE) >= 0) {
      delay = SHORTEST;
    }
    Duration now = delay;
    Duration doubled = delay.multipliedBy(2);
    delay = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return now;
  }

  /** Starts that failed in a row, while none has ever served. */
  int failedStarts() {
    return failedStarts;
  }
}
