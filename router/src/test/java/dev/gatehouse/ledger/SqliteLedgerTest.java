package dev.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.config.LedgerConfig;
import dev.gatehouse.keyfile.Permissions;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.ledger.Settlement.Reference;
import dev.gatehouse.ledger.Settlement.UsageSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteLedgerTest {
  @TempDir Path directory;

  @Test
  void rowIsOnDiskWhenReserveAndSettleReturn() throws SQLException {
    try (Ledger ledger = open()) {
      ledger.reserve(Rows.reservation("r1"));

      assertThat(secondConnection("SELECT outcome FROM charge WHERE request_id = 'r1'"))
          .containsExactly("null");

      ledger.settle(Rows.settlement("r1", "0.002"));

      assertThat(secondConnection("SELECT outcome || list_cost_nanos FROM charge"))
          .containsExactly("COMPLETED2000000");
    }
  }

  @Test
  void newFilesAndTheirFolderAreTheirOwnersAlone() throws IOException {
    Permissions.assumeThereAreAt(directory);
    Path folder = directory.resolve("new").resolve("here");
    try (Ledger ledger = SqliteLedger.open(folder.resolve("gatehouse.db"))) {
      ledger.reserve(Rows.reservation("r1"));

      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files)
            .hasSize(4)
            .allSatisfy(each -> assertThat(Permissions.of(each)).isEqualTo("rw-------"));
      }
      assertThat(Permissions.of(folder)).isEqualTo("rwx------");
      assertThat(Permissions.of(directory.resolve("new"))).isEqualTo("rwx------");
    }
  }

  @Test
  void fileThatOthersCouldReadIsTakenFromThem() throws IOException {
    Permissions.assumeThereAreAt(directory);
    Path file = directory.resolve("gatehouse.db");
    SqliteLedger.open(file).close();
    Permissions.set(file, "rw-r--r--");

    SqliteLedger.open(file).close();

    assertThat(Permissions.of(file)).isEqualTo("rw-r-----");
  }

  @Test
  void everyFieldComesBackAsItWasWritten() {
    Reservation reservation = Rows.reservation("r1", Rows.START, "0.010000000");
    Settlement settlement = Rows.settlement("r1", "0.000000123");

    try (Ledger ledger = open()) {
      ledger.reserve(reservation);
      ledger.settle(settlement);

      assertThat(ledger.charges(10, Instant.MIN))
          .usingRecursiveComparison()
          .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
          .isEqualTo(List.of(new Charge(reservation, Optional.of(settlement))));
    }
  }

  @Test
  void fallOverToALocalModelKeepsBothWhatWasPlannedAndWhatHappened() {
    Settlement settlement =
        Rows.local("r1", Optional.of(new Reference("gpt-4.1", new BigDecimal("0.002"))));

    try (Ledger ledger = open()) {
      ledger.reserve(Rows.reservation("r1"));
      ledger.settle(settlement);

      Charge charge = ledger.charges(1, Instant.EPOCH).getFirst();
      assertThat(charge.reservation().providerName()).isEqualTo("openai");
      assertThat(charge.settlement().orElseThrow().providerName()).isEqualTo("ollama");
      assertThat(charge.settlement().orElseThrow().reference().orElseThrow().model())
          .isEqualTo("gpt-4.1");
    }
  }

  @Test
  void secondSettlementOfTheSameRequestChangesNothing() {
    try (Ledger ledger = open()) {
      ledger.reserve(Rows.reservation("r1"));
      ledger.settle(Rows.settlement("r1", "0.002"));
      ledger.settle(Rows.settlement("r1", "0.9"));

      assertThat(onlySettlement(ledger).listCost()).isEqualByComparingTo("0.002");
    }
  }

  @Test
  void sameRequestIsNotReservedTwice() {
    try (Ledger ledger = open()) {
      ledger.reserve(Rows.reservation("r1"));

      assertThatThrownBy(() -> ledger.reserve(Rows.reservation("r1")))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("r1 is already in the ledger");
      assertThat(ledger.charges(10, Instant.EPOCH)).hasSize(1);
    }
  }

  @Test
  void requestThatWasNeverReservedCannotBeSettled() {
    try (Ledger ledger = open()) {
      assertThatThrownBy(() -> ledger.settle(Rows.settlement("r1", "0.1")))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("r1 was never reserved");
    }
  }

  @Test
  void twoHundredThreadsWriteEachRowOnce() throws InterruptedException {
    try (Ledger ledger = open()) {
      List<Thread> threads =
          IntStream.range(0, 200)
              .mapToObj(i -> Thread.ofVirtual().start(() -> writeRows(ledger, "t" + i, 20)))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }

      Spend sum = ledger.spend(Instant.EPOCH, List.of()).getFirst();
      assertThat(sum.requests()).isEqualTo(4_000);
      assertThat(sum.running()).isZero();
      assertThat(sum.listCost()).isEqualByComparingTo("4");
    }
  }

  @Test
  void smallMoneyAddsUpExactly() throws InterruptedException {
    try (Ledger ledger = open()) {
      List<Thread> threads =
          IntStream.range(0, 100)
              .mapToObj(i -> Thread.ofVirtual().start(() -> writeTinyRows(ledger, "t" + i)))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }

      assertThat(ledger.committed(new Scope.Global(), Instant.EPOCH))
          .isEqualByComparingTo("0.00123");
    }
  }

  @Test
  void moneyFinerThanANanoIsRoundedHalfUp() {
    try (Ledger ledger = open()) {
      ledger.reserve(Rows.reservation("r1"));
      ledger.settle(Rows.settlement("r1", "0.0000000005"));

      assertThat(onlySettlement(ledger).listCost()).isEqualByComparingTo("0.000000001");
    }
  }

  @Test
  void rowThatDoesNotFitFailsAloneAndTheWriterGoesOn() {
    try (Ledger ledger = open()) {
      assertThatThrownBy(() -> ledger.reserve(Rows.reservation("r1", Rows.START, "1E+30")))
          .isInstanceOf(LedgerException.class);

      ledger.reserve(Rows.reservation("r2"));

      assertThat(ledger.charges(10, Instant.EPOCH)).hasSize(1);
    }
  }

  @Test
  void interruptedThreadStillSettlesAndStaysInterrupted() throws InterruptedException {
    AtomicBoolean interrupted = new AtomicBoolean();
    try (Ledger ledger = open()) {
      ledger.reserve(Rows.reservation("r1"));

      Thread.ofVirtual()
          .start(
              () -> {
                Thread.currentThread().interrupt();
                ledger.settle(Rows.settlement("r1", "0.002"));
                interrupted.set(Thread.currentThread().isInterrupted());
              })
          .join();

      assertThat(onlySettlement(ledger).outcome()).isEqualTo(Outcome.COMPLETED);
      assertThat(interrupted).isTrue();
    }
  }

  @Test
  void chargesAreNewestFirstWithinLimitAndStart() {
    try (Ledger ledger = open()) {
      for (int i = 0; i < 5; i++) {
        ledger.reserve(Rows.reservation("r" + i, Rows.START.plusSeconds(i), "0"));
      }

      assertThat(ids(ledger.charges(2, Instant.EPOCH))).containsExactly("r4", "r3");
      assertThat(ids(ledger.charges(10, Rows.START.plusSeconds(3)))).containsExactly("r4", "r3");
      assertThatThrownBy(() -> ledger.charges(0, Instant.EPOCH))
          .hasMessageContaining("expected 1 to 10000, got 0");
      assertThatThrownBy(() -> ledger.charges(10_001, Instant.EPOCH))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void committedMoneyCountsRunningRequestsAtTheirEstimateByScope() {
    try (Ledger ledger = open()) {
      ledger.reserve(Rows.reservation("r1", Rows.START, "0.5"));
      ledger.reserve(Rows.reservation("r2", Rows.START, "0.5"));
      ledger.settle(Rows.settlement("r2", "0.125"));

      assertThat(ledger.committed(new Scope.Global(), Rows.START)).isEqualByComparingTo("0.625");
      assertThat(ledger.committed(new Scope.Key("app"), Rows.START)).isEqualByComparingTo("0.625");
      assertThat(ledger.committed(new Scope.Key("other"), Rows.START)).isEqualByComparingTo("0");
      assertThat(ledger.committed(new Scope.Provider("openai"), Rows.START))
          .isEqualByComparingTo("0.625");
      assertThat(ledger.committed(new Scope.Global(), Rows.START.plusNanos(1)))
          .isEqualByComparingTo("0");
    }
  }

  @Test
  void rowsOfADeadProcessAreSettledAtTheirEstimateAndOwnRowsAreNot() throws SQLException {
    try (Ledger ledger = open()) {
      ledger.reserve(Rows.reservation("dead", Rows.START, "0.03"));
      ledger.reserve(Rows.reservation("alive", Rows.START.minusSeconds(1), "0.04"));
    }
    change("UPDATE charge SET process = '1@1999-01-01T00:00:00Z' WHERE request_id = 'dead'");

    try (Ledger ledger = open()) {
      List<Charge> charges = ledger.charges(10, Instant.EPOCH);

      Settlement orphan = charges.get(0).settlement().orElseThrow();
      assertThat(orphan.outcome()).isEqualTo(Outcome.ORPHANED);
      assertThat(orphan.usageSource()).isEqualTo(UsageSource.ESTIMATED);
      assertThat(orphan.listCost()).isEqualByComparingTo("0.03");
      assertThat(charges.get(1).settlement()).isEmpty();
    }
  }

  @Test
  void orphanWhoseProcessTurnsOutToLiveTakesItsWord() throws SQLException {
    try (Ledger ledger = open()) {
      ledger.reserve(Rows.reservation("r1", Rows.START, "0.03"));
      String own = secondConnection("SELECT process FROM charge").getFirst();
      change("UPDATE charge SET process = '1@1999-01-01T00:00:00Z'");
      open().close();
      change("UPDATE charge SET process = '" + own + "'");

      ledger.settle(Rows.settlement("r1", "0.001"));
      ledger.settle(Rows.settlement("r1", "0.002"));

      assertThat(onlySettlement(ledger).listCost()).isEqualByComparingTo("0.001");
    }
  }

  @Test
  void directoryIsCreatedAndTheFileIsRelativeToIt() {
    Path data = directory.resolve("a/b");

    Ledgers.open(new LedgerConfig("jdbc:sqlite:ledger.db"), data).close();

    assertThat(data.resolve("ledger.db")).exists();
  }

  @Test
  void foreignFilesAreNamedAndLeftAsTheyAre() throws IOException, SQLException {
    Path text = Files.writeString(directory.resolve("text.db"), "not a database at all");
    Path empty = Files.createFile(directory.resolve("empty.db"));
    Path other = directory.resolve("other.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE songs (title TEXT)");
    }
    byte[] before = Files.readAllBytes(other);

    assertRefused(text, "is not an SQLite database");
    assertRefused(empty, "is not an SQLite database");
    assertRefused(other, "not Gatehouse's ledger; name another file in ledger.url");
    assertThat(text).hasContent("not a database at all");
    assertThat(empty).isEmptyFile();
    assertThat(other).hasBinaryContent(before);
  }

  @Test
  void damagedLedgerIsAnErrorAndNotReplaced() throws IOException {
    try (Ledger ledger = open()) {
      writeRows(ledger, "t", 50);
    }
    Path file = directory.resolve("gatehouse.db");
    byte[] noise = new byte[8192];
    Arrays.fill(noise, (byte) 0x5a);
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.position(8192).write(ByteBuffer.wrap(noise));
    }
    byte[] before = Files.readAllBytes(file);

    assertRefused(file, "the ledger is damaged; restore a backup");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void ledgerThatVanishedFromBesideItsLogIsAnError() throws IOException {
    Files.createFile(directory.resolve("gatehouse.db-wal"));

    assertRefused(directory.resolve("gatehouse.db"), "its write-ahead log gatehouse.db-wal is");
  }

  @Test
  void dataDirectoryThatIsAFileIsAnError() throws IOException {
    Path file = Files.createFile(directory.resolve("data"));

    assertRefused(file.resolve("gatehouse.db"), "cannot be opened");
  }

  @Test
  void otherUrlsAreRefusedWithoutRepeatingThem() {
    for (String url :
        List.of("jdbc:sqlite::memory:", "jdbc:sqlite:a?journal_mode=off", "jdbc:sqlite:file:a")) {
      assertThatThrownBy(() -> Ledgers.open(new LedgerConfig(url), directory))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("ledger.url: expected jdbc:sqlite:FILE")
          .hasMessageNotContaining("pass");
    }
    assertThatThrownBy(
            () -> Ledgers.open(new LedgerConfig("jdbc:postgresql://u:pass@h/db"), directory))
        .hasMessageContaining("PostgreSQL is not built yet")
        .hasMessageNotContaining("pass");
  }

  @Test
  void ledgerLockedByAnotherIsAnErrorThatSaysSo() throws SQLException {
    SqliteFile file = new SqliteFile(directory.resolve("gatehouse.db"), Duration.ofMillis(20));
    try (Ledger ledger = SqliteLedger.open(file);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file.path());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> ledger.reserve(Rows.reservation("r1")))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("gatehouse.db: another process keeps the ledger locked");

      statement.execute("COMMIT");
      ledger.reserve(Rows.reservation("r1"));
      assertThat(ledger.charges(10, Instant.EPOCH)).hasSize(1);
    }
  }

  @Test
  void fullDiskFailsTheWriteAndKeepsWhatWasDurable() throws SQLException {
    SqliteFile file = new SqliteFile(directory.resolve("gatehouse.db"), Duration.ofMillis(20));
    SqliteLedger.open(file).close();
    Connection connection = file.connect();
    ChargeWriter writer = new ChargeWriter(connection, ProcessIdentity.current());
    try (GroupCommit commits = new GroupCommit(connection, file::failure);
        Statement statement = connection.createStatement()) {
      commits.run(() -> writer.reserve(Rows.reservation("r1")));
      statement.execute("PRAGMA max_page_count = 1");

      assertThatThrownBy(
              () -> {
                for (int i = 2; i < 1_000; i++) {
                  Reservation row = Rows.reservation("r" + i);
                  commits.run(() -> writer.reserve(row));
                }
              })
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("gatehouse.db: the disk is full; free some space");

      statement.execute("PRAGMA max_page_count = 1000000");
      commits.run(() -> writer.reserve(Rows.reservation("after")));
    }
    assertThat(secondConnection("SELECT count(*) FROM charge WHERE request_id IN ('r1', 'after')"))
        .containsExactly("2");
  }

  @Test
  void closedLedgerRefusesWrites() {
    Ledger ledger = open();
    ledger.close();

    assertThatThrownBy(() -> ledger.reserve(Rows.reservation("r1")))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("closed");
  }

  private Ledger open() {
    return Ledgers.open(new LedgerConfig("jdbc:sqlite:gatehouse.db"), directory);
  }

  private static void writeRows(Ledger ledger, String prefix, int count) {
    for (int i = 0; i < count; i++) {
      ledger.reserve(Rows.reservation(prefix + "-" + i));
      ledger.settle(Rows.settlement(prefix + "-" + i, "0.001"));
    }
  }

  private static void writeTinyRows(Ledger ledger, String prefix) {
    for (int i = 0; i < 100; i++) {
      ledger.reserve(Rows.reservation(prefix + "-" + i, Rows.START, "0.000000123"));
    }
  }

  private static Settlement onlySettlement(Ledger ledger) {
    return ledger.charges(10, Instant.EPOCH).getFirst().settlement().orElseThrow();
  }

  private static List<String> ids(List<Charge> charges) {
    return charges.stream().map(charge -> charge.reservation().requestId()).toList();
  }

  private void assertRefused(Path file, String words) {
    assertThatThrownBy(() -> Ledgers.open(new LedgerConfig("jdbc:sqlite:" + file), directory))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(words);
  }

  private List<String> secondConnection(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String url() {
    return "jdbc:sqlite:" + directory.resolve("gatehouse.db");
  }
}
