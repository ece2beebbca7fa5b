package dev.gatehouse.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long something is kept.
 *
 * @param time zero means not at all
 */
record Retention(Duration time, InstantSource clock) {

  boolean keeping() {
    return time.isPositive();
  }

  /** What was created before this is over its time. */
  Instant oldest() {
    return clock.instant().minus(time);
  }
}
