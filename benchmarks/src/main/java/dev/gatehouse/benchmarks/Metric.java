package dev.gatehouse.benchmarks;

/** What is read off a {@link Sample}, with its unit in the title. */
enum Metric {
  REQUESTS_PER_SECOND("requests/s"),
  P50("p50 ms"),
  P99("p99 ms"),
  CPU("CPU us/request");

  private final String title;

  Metric(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  double of(Sample sample) {
    return switch (this) {
      case REQUESTS_PER_SECOND -> sample.requestsPerSecond();
      case P50 -> sample.p50Millis();
      case P99 -> sample.p99Millis();
      case CPU -> sample.cpuMicrosPerRequest();
    };
  }
}
