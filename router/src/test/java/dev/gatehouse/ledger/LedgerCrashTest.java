package dev.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ledger.Settlement.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerCrashTest {
  @TempDir Path directory;

  @Test
  void killedProcessLosesNoAcknowledgedRowAndLeavesOnlyOrphans() throws Exception {
    Path file = directory.resolve("gatehouse.db");
    List<String> acknowledged = new ArrayList<>();
    try (LedgerProcess other = LedgerProcess.start(file)) {
      for (int i = 0; i < 1_500; i++) {
        acknowledged.add(other.line());
      }
      acknowledged.addAll(other.kill());
    }

    Map<String, Settlement> settlements = settlements(file);

    for (String line : acknowledged) {
      if (line.startsWith("R ")) {
        assertThat(settlements).containsKey(line.substring(2));
      } else if (line.startsWith("S ")) {
        assertThat(outcome(settlements, line.substring(2))).contains(Outcome.COMPLETED);
      }
    }
    assertThat(settlements.values()).allSatisfy(LedgerCrashTest::assertCharged);
    assertThat(outcome(settlements, "r0")).contains(Outcome.ORPHANED);
  }

  @Test
  void rowsOfARunningProcessAreNotOrphanedUntilItIsGone() throws Exception {
    Path file = directory.resolve("gatehouse.db");
    try (LedgerProcess other = LedgerProcess.start(file)) {
      awaitReserved(other, "r0");

      try (Ledger ledger = SqliteLedger.open(file)) {
        assertThat(ledger.spend(Instant.EPOCH, List.of()).getFirst().orphaned()).isZero();
      }

      other.kill();
    }
    assertThat(outcome(settlements(file), "r0")).contains(Outcome.ORPHANED);
  }

  private static void awaitReserved(LedgerProcess other, String requestId) throws IOException {
    String line = other.line();
    while (!line.equals("R " + requestId)) {
      line = other.line();
    }
  }

  // toMap fails on a request that is there twice, and orElseThrow on one that is still running.
  private static Map<String, Settlement> settlements(Path file) {
    try (Ledger ledger = SqliteLedger.open(file)) {
      return ledger.charges(10_000, Instant.EPOCH).stream()
          .map(charge -> charge.settlement().orElseThrow())
          .collect(Collectors.toMap(Settlement::requestId, Function.identity()));
    }
  }

  private static Optional<Outcome> outcome(Map<String, Settlement> settlements, String requestId) {
    return Optional.ofNullable(settlements.get(requestId)).map(Settlement::outcome);
  }

  private static void assertCharged(Settlement settlement) {
    String expected =
        settlement.outcome() == Outcome.ORPHANED ? LedgerProcess.ESTIMATE : LedgerProcess.ACTUAL;
    assertThat(settlement.listCost()).isEqualByComparingTo(expected);
  }
}
