package dev.gatehouse.ledger;

import java.math.BigInteger;
import java.time.Instant;

/** Instants as the ledger keeps them: nanoseconds since 1970, which reach from 1677 to 2262. */
final class EpochNanos {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private EpochNanos() {}

  /**
   * An instant out of reach becomes the nearest within, so that {@code Instant.MIN} is a fine
   * "since".
   */
  static long of(Instant instant) {
    BigInteger nanos =
        BigInteger.valueOf(instant.getEpochSecond())
            .multiply(BigInteger.valueOf(NANOS_PER_SECOND))
            .add(BigInteger.valueOf(instant.getNano()));
    return nanos.max(MIN).min(MAX).longValueExact();
  }

  static Instant toInstant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
  }
}
