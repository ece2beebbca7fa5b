package dev.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints what a durable row costs beside what one wait for the disk costs; the figures of
 * docs/decisions/0003 come from here.
 */
final class LedgerThroughputTest {
  private static final int MANY = 64;

  @TempDir Path directory;

  @Test
  void rowsOfOneAndOfManyWritersAreAllThere() throws Exception {
    printSyncTime(300);
    try (Ledger ledger = SqliteLedger.open(directory.resolve("gatehouse.db"))) {
      write(ledger, "warm", MANY, 50);

      print("1 writer", 300, write(ledger, "one", 1, 300));
      print(MANY + " writers", MANY * 100, write(ledger, "many", MANY, 100));

      Spend sum = ledger.spend(Instant.EPOCH, List.of()).getFirst();
      assertThat(sum.requests()).isEqualTo(MANY * 50 + 300 + MANY * 100);
      assertThat(sum.running()).isZero();
    }
  }

  private static Duration write(Ledger ledger, String prefix, int writers, int rows)
      throws InterruptedException {
    Instant start = Instant.now();
    List<Thread> threads =
        IntStream.range(0, writers)
            .mapToObj(i -> Thread.ofVirtual().start(() -> rows(ledger, prefix + i, rows)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    return Duration.between(start, Instant.now());
  }

  private static void rows(Ledger ledger, String prefix, int rows) {
    for (int i = 0; i < rows; i++) {
      ledger.reserve(Rows.reservation(prefix + "-" + i));
      ledger.settle(Rows.settlement(prefix + "-" + i, "0.001"));
    }
  }

  private void printSyncTime(int times) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            directory.resolve("sync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      Instant start = Instant.now();
      for (int i = 0; i < times; i++) {
        channel.write(ByteBuffer.allocate(16_384));
        channel.force(false);
      }
      print("write and sync of 16 KiB", times, Duration.between(start, Instant.now()));
    }
  }

  private static void print(String what, int count, Duration time) {
    System.out.printf(
        "%s: %d in %d ms, %.0f/s, %.3f ms each%n",
        what, count, time.toMillis(), count * 1e9 / time.toNanos(), time.toNanos() / 1e6 / count);
  }
}
