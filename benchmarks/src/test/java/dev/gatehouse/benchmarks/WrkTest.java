package dev.gatehouse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrkTest {
  private static final Duration CPU = Duration.ofMillis(70);

  @Test
  void readsTheScriptsLineOutOfWhatWrkPrints() {
    String printed = "Running 8s test\n  1 threads\nRESULT 1200 8000500 0 310 9700\n";

    assertThat(Wrk.read(printed, CPU))
        .isEqualTo(
            new Sample(
                1_200,
                Duration.ofNanos(8_000_500_000L),
                Duration.ofNanos(310_000),
                Duration.ofNanos(9_700_000),
                CPU));
  }

  @Test
  void aRunWithFailuresGivesNoNumber() {
    assertThatThrownBy(() -> Wrk.read("RESULT 1200 8000500 3 310 9700", CPU))
        .isInstanceOf(BenchmarkException.class)
        .hasMessage("3 requests failed, 1200 were answered");
    assertThatThrownBy(() -> Wrk.read("RESULT 0 8000500 0 0 0", CPU))
        .isInstanceOf(BenchmarkException.class);
    assertThatThrownBy(() -> Wrk.read("unable to connect", CPU))
        .isInstanceOf(BenchmarkException.class);
  }
}
