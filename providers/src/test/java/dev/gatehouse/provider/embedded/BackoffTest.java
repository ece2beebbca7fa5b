package dev.gatehouse.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BackoffTest {

  @Test
  void doublesFromOneSecondToSixty() {
    Backoff backoff = new Backoff();

    assertThat(Stream.generate(() -> next(backoff, Duration.ZERO)).limit(8))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void beginsAnewAfterAStableMinute() {
    Backoff backoff = new Backoff();
    next(backoff, Duration.ZERO);
    next(backoff, Duration.ZERO);

    assertThat(next(backoff, Duration.ofMinutes(1))).isEqualTo(1);
  }

  @Test
  void countsFailedStartsOnlyUntilOneHasServed() {
    Backoff backoff = new Backoff();

    backoff.next(false, Duration.ZERO);
    assertThat(backoff.failedStarts()).isEqualTo(1);
    backoff.next(true, Duration.ZERO);
    backoff.next(false, Duration.ZERO);

    assertThat(backoff.failedStarts()).isZero();
  }

  private static long next(Backoff backoff, Duration lifetime) {
    return backoff.next(true, lifetime).toSeconds();
  }
}
