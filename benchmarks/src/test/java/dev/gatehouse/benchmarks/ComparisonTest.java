package dev.gatehouse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.benchmarks.Comparison.Round;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void aSampleGivesRatesPerSecondAndPerRequest() {
    Sample sample =
        new Sample(
            4_000,
            Duration.ofSeconds(8),
            Duration.ofNanos(1_500_000),
            Duration.ofMillis(9),
            Duration.ofSeconds(2));

    assertThat(Metric.REQUESTS_PER_SECOND.of(sample)).isEqualTo(500, EXACTLY);
    assertThat(Metric.P50.of(sample)).isEqualTo(1.5, EXACTLY);
    assertThat(Metric.P99.of(sample)).isEqualTo(9, EXACTLY);
    assertThat(Metric.CPU.of(sample)).isEqualTo(500, EXACTLY);
  }

  @Test
  void theRatioIsTheMedianOfTheRoundsOwnRatios() {
    Comparison comparison =
        new Comparison(
            Scenario.PLAIN,
            32,
            List.of(
                new Round(requests(1_000), requests(500)),
                new Round(requests(100), requests(10)),
                new Round(requests(2_000), requests(400))));

    assertThat(comparison.ratio(Metric.REQUESTS_PER_SECOND)).isEqualTo(0.2, EXACTLY);
    assertThat(comparison.nginx(Metric.REQUESTS_PER_SECOND)).isEqualTo(1_000, EXACTLY);
    assertThat(comparison.gateway(Metric.REQUESTS_PER_SECOND)).isEqualTo(400, EXACTLY);
  }

  @Test
  void theMedianOfAnEvenCountLiesBetweenTheMiddleTwo() {
    assertThat(Median.of(List.of(9.0, 1.0, 3.0, 5.0))).isEqualTo(4, EXACTLY);
    assertThat(Median.of(List.of(7.0))).isEqualTo(7, EXACTLY);
    assertThatThrownBy(() -> Median.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingAnsweredIsNoSample() {
    assertThatThrownBy(() -> requests(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing was answered");
  }

  @Test
  void ratiosAndNumbersAreMarkdownTables() {
    Comparison one =
        new Comparison(Scenario.STREAMED, 1, List.of(new Round(requests(1_000), requests(250))));

    assertThat(Report.ratios(List.of(one)))
        .isEqualTo(
            """
            | gatehouse / nginx | requests/s | p50 ms | p99 ms | CPU us/request |
            | --- | ---: | ---: | ---: | ---: |
            | streamed, 1 connection | 0.250 | 1.00 | 1.00 | 4.00 |
            """);
    assertThat(Report.numbers(List.of(one)))
        .contains("| streamed, 1 connection, nginx | 1000 | 1.00 | 20.0 | 500 |")
        .contains("| streamed, 1 connection, gatehouse | 250 | 1.00 | 20.0 | 2000 |");
  }

  private static Sample requests(long count) {
    return new Sample(
        count,
        Duration.ofSeconds(1),
        Duration.ofMillis(1),
        Duration.ofMillis(20),
        Duration.ofMillis(500));
  }
}
