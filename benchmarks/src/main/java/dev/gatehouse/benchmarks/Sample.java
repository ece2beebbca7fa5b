package dev.gatehouse.benchmarks;

import java.time.Duration;

/**
 * What one measurement of one target gave.
 *
 * @param requests answered, at least 1
 * @param elapsed above 0
 * @param p50 median latency, from a request's first byte to its answer's last
 * @param p99 latency that 99 of 100 requests do not exceed
 * @param cpu user and system time of the target's processes
 */
record Sample(long requests, Duration elapsed, Duration p50, Duration p99, Duration cpu) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_MICRO = 1e3;

  Sample {
    if (requests < 1 || !elapsed.isPositive()) {
      throw new IllegalArgumentException("nothing was answered: " + requests + " in " + elapsed);
    }
  }

  double requestsPerSecond() {
    return requests * NANOS_PER_SECOND / elapsed.toNanos();
  }

  double p50Millis() {
    return p50.toNanos() / NANOS_PER_MILLI;
  }

  double p99Millis() {
    return p99.toNanos() / NANOS_PER_MILLI;
  }

  double cpuMicrosPerRequest() {
    return cpu.toNanos() / NANOS_PER_MICRO / requests;
  }
}
