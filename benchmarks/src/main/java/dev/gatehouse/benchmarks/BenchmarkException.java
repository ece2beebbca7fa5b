package dev.gatehouse.benchmarks;

/** The benchmark cannot give a number that means anything; the message says why. */
final class BenchmarkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchmarkException(String message) {
    super(message);
  }
}
