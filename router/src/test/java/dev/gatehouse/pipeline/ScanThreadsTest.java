package dev.gatehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ScanThreadsTest {
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(50);

  @Test
  void workThatEndsInTimeGivesItsOutcome() {
    try (ScanThreads threads = new ScanThreads()) {
      assertThat(threads.within(LONG, () -> "found", reason -> reason)).isEqualTo("found");
    }
  }

  @Test
  void scanThatNeverEndsCountsAsUnreadAndIsInterrupted() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (ScanThreads threads = new ScanThreads()) {
      RequestClassifier spinning =
          new RequestClassifier(
              _ -> {
                while (!Thread.currentThread().isInterrupted()) {
                  Thread.onSpinWait();
                }
                interrupted.countDown();
                return new PrivacyReport(List.of());
              },
              _ -> {
                throw new IllegalStateException();
              });
      PrivacyReport report = new TimedClassifier(spinning, threads, SHORT).privacy(Json.object());

      assertThat(report.complete()).isFalse();
      assertThat(report.findings().getFirst().rule()).isEqualTo("scan-timeout");
      interrupted.await();
    }
  }

  @Test
  void workThatDiesOfAnErrorCountsAsUnread() {
    try (ScanThreads threads = new ScanThreads()) {
      String outcome =
          threads.within(
              LONG,
              () -> {
                throw new NoClassDefFoundError("with the caller's text");
              },
              reason -> reason);

      assertThat(outcome).isEqualTo("scanner-failed");
    }
  }

  @Test
  void whileTooManyAreStuckNothingIsScannedAndAfterwardsItIsAgain() {
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean scanned = new AtomicBoolean();
    try (ScanThreads threads = new ScanThreads()) {
      for (int i = 0; i < ScanThreads.MOST_STUCK; i++) {
        assertThat(threads.within(SHORT, () -> deaf(release), reason -> reason))
            .isEqualTo("scan-timeout");
      }
      String refused = threads.within(LONG, () -> marking(scanned), reason -> reason);

      assertThat(refused).isEqualTo("scan-timeout");
      assertThat(scanned).isFalse();
      release.countDown();
      while (!threads.within(LONG, () -> marking(scanned), reason -> reason).equals("found")) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void nothingIsScannedOnceItIsClosed() {
    ScanThreads threads = new ScanThreads();
    threads.close();

    assertThat(threads.within(LONG, () -> "found", reason -> reason)).isEqualTo("scanner-failed");
  }

  private static String marking(AtomicBoolean scanned) {
    scanned.set(true);
    return "found";
  }

  /** Does not end when it is interrupted. */
  private static String deaf(CountDownLatch release) {
    while (true) {
      try {
        release.await();
        return "late";
      } catch (InterruptedException _) { // goes on all the same
      }
    }
  }
}
