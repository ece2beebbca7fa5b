package dev.gatehouse.benchmarks;

import java.util.List;
import java.util.function.Function;

/**
 * Gateway and nginx under the same load, measured in turn.
 *
 * @param rounds at least one
 */
record Comparison(Scenario scenario, int connections, List<Round> rounds) {

  /** One measurement of each, one right after the other. */
  record Round(Sample nginx, Sample gateway) {}

  Comparison {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("no rounds");
    }
  }

  /** Median over the rounds. */
  double nginx(Metric metric) {
    return median(round -> metric.of(round.nginx()));
  }

  /** Median over the rounds. */
  double gateway(Metric metric) {
    return median(round -> metric.of(round.gateway()));
  }

  /**
   * The gateway's number by nginx's: the median of the rounds' own ratios, not the ratio of the
   * medians, since what disturbs the machine for a while disturbs both halves of a round.
   */
  double ratio(Metric metric) {
    return median(round -> metric.of(round.gateway()) / metric.of(round.nginx()));
  }

  private double median(Function<Round, Double> reading) {
    return Median.of(rounds.stream().map(reading).toList());
  }
}
