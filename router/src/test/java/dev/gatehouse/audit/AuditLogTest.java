package dev.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.keyfile.Permissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Filter;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditLogTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsVerifiedEntryByEntryAndProcessByProcess() {
    write(3);
    write(2);

    AuditVerification verification = AuditVerification.of(folder);

    assertThat(verification.problem()).isEmpty();
    assertThat(verification.entries()).isEqualTo(5);
  }

  @Test
  void anEntrySaysWhatHappenedAndHoldsNoValue() throws IOException {
    try (AuditLog log = AuditLog.open(folder, NOW)) {
      log.append(
          new AuditEntry.Decided(
              NOW,
              "r1",
              Optional.of("app"),
              PrivacyClass.PERSONAL,
              Map.of(FindingType.EMAIL, 2),
              List.of(log.digests().of(FindingType.EMAIL, "ann@firm.test")),
              PrivacyTreatment.REDACT,
              "route"));
    }

    assertThat(lines().getFirst())
        .startsWith(
            "{\"sequence\":1,\"at\":\"2026-03-01T12:00:00Z\",\"event\":\"decided\","
                + "\"requestId\":\"r1\",\"key\":\"app\",\"class\":\"PERSONAL\","
                + "\"findings\":{\"EMAIL\":2},\"digests\":[\"")
        .contains("\"treatment\":\"redact\",\"decision\":\"route\",\"hash\":\"")
        .doesNotContain("firm.test");
  }

  @Test
  void everyChangedCharacterIsFound() throws IOException {
    write(3);
    byte[] whole = Files.readAllBytes(log());

    for (int at = 0; at < whole.length; at += 7) {
      byte[] changed = whole.clone();
      changed[at] = changed[at] == 'x' ? (byte) 'y' : (byte) 'x';
      Files.write(log(), changed);
      assertThat(AuditVerification.of(folder).problem()).as("byte " + at).isPresent();
    }
  }

  @Test
  void removedSwappedDoubledAndForeignEntriesAreFound() throws IOException {
    write(4);
    List<String> lines = lines();

    assertThat(problemOf(List.of(lines.get(0), lines.get(2), lines.get(3))))
        .contains("expected entry 2, got entry 3");
    assertThat(problemOf(List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3))))
        .isNotEmpty();
    assertThat(problemOf(List.of(lines.get(0), lines.get(0), lines.get(1)))).isNotEmpty();
    assertThat(problemOf(List.of(lines.get(0), "{\"sequence\":2}"))).contains("no entry");
    assertThat(problemOf(lines.subList(1, 4))).contains("expected entry 1, got entry 2");
  }

  @Test
  void aCutAtTheEndIsFoundThoughWhatIsLeftIsWhole() throws IOException {
    write(4);

    assertThat(problemOf(lines().subList(0, 2))).isEqualTo("cut: entries 3 to 4 are missing");
    assertThat(problemOf(List.of())).isEqualTo("cut: entries 1 to 4 are missing");
  }

  @Test
  void aHeadThatWasPutBackToAnEarlierEntryIsNoProof() throws IOException {
    write(2);
    String hashOfFirst = lines().getFirst().replaceAll(".*\"hash\":\"([0-9a-f]+)\"}", "$1");
    Files.writeString(
        folder.resolve("audit.head"),
        String.format("%020d %s %s%n", 1, hashOfFirst, "0".repeat(64)));
    Files.write(log(), lines().subList(0, 1));

    assertThat(AuditVerification.of(folder).problem())
        .hasValueSatisfying(problem -> assertThat(problem).contains("audit.head"));
  }

  @Test
  void aLogWhoseEndIsNotWhatWasWrittenIsNotContinued() throws IOException {
    write(3);
    Files.write(log(), lines().subList(0, 2));

    assertThatThrownBy(() -> AuditLog.open(folder, NOW))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("gatehouse audit verify");
  }

  @Test
  void halfAnEntryOfAProcessThatDiedIsTakenOffAndSaidSo() throws IOException {
    write(2);
    Files.writeString(log(), "{\"sequence\":3,\"at\"", StandardOpenOption.APPEND);

    write(1);

    assertThat(AuditVerification.of(folder).problem()).isEmpty();
    assertThat(lines()).hasSize(4);
    assertThat(lines().get(2)).contains("\"event\":\"mended\",\"bytes\":18");
  }

  @Test
  void aProcessThatDiedBeforeItWroteTheHeadLosesNothing() throws IOException {
    write(2);
    byte[] head = Files.readAllBytes(folder.resolve("audit.head"));
    write(1);
    Files.write(folder.resolve("audit.head"), head);

    write(1);

    assertThat(AuditVerification.of(folder).problem()).isEmpty();
    assertThat(lines()).hasSize(4);
  }

  @Test
  void manyThreadsWriteOneChainAlsoWhenTheyAreInterrupted() throws Exception {
    try (AuditLog log = AuditLog.open(folder, NOW)) {
      List<Thread> writers =
          IntStream.range(0, 50)
              .mapToObj(
                  i ->
                      Thread.startVirtualThread(
                          () -> {
                            Thread.currentThread().interrupt();
                            log.append(sent(log, "r" + i));
                          }))
              .toList();
      for (Thread writer : writers) {
        writer.join();
      }
    }

    assertThat(AuditVerification.of(folder).entries()).isEqualTo(50);
    assertThat(AuditVerification.of(folder).problem()).isEmpty();
  }

  @Test
  void digestsTellEqualValuesUntilTheKeyIsRotated() {
    try (AuditLog log = AuditLog.open(folder, NOW)) {
      String before = log.digests().of(FindingType.EMAIL, "ann@firm.test");
      String again = log.digests().of(FindingType.EMAIL, "ann@firm.test");
      String other = log.digests().of(FindingType.EMAIL, "bob@firm.test");

      log.rotateDigestKey(NOW);

      assertThat(before).isEqualTo(again).isNotEqualTo(other).matches("[0-9a-f]{32}");
      assertThat(log.digests().of(FindingType.EMAIL, "ann@firm.test")).isNotEqualTo(before);
    }
    assertThat(AuditVerification.of(folder).problem()).isEmpty();
  }

  @Test
  void aRunningGatewayTakesTheKeyThatAnotherProcessMade() {
    try (AuditLog running = AuditLog.open(folder, NOW);
        AuditLog command = AuditLog.open(folder, NOW)) {
      running.append(sent(running, "r1"));
      String before = running.digests().of(FindingType.EMAIL, "ann@firm.test");

      command.rotateDigestKey(NOW);

      assertThat(running.digests().of(FindingType.EMAIL, "ann@firm.test"))
          .isNotEqualTo(before)
          .isEqualTo(command.digests().of(FindingType.EMAIL, "ann@firm.test"));
      running.append(sent(running, "r2"));
    }
    assertThat(AuditVerification.of(folder).problem()).isEmpty();
  }

  @Test
  void anEntryOfAnotherHistoryUnderTheSameKeyIsFound() throws IOException {
    write(1);
    byte[] log = Files.readAllBytes(log());
    byte[] head = Files.readAllBytes(folder.resolve("audit.head"));
    write(2);
    List<String> first = lines();
    Files.write(log(), log);
    Files.write(folder.resolve("audit.head"), head);
    try (AuditLog other = AuditLog.open(folder, NOW)) {
      List.of("x1", "x2", "x3").forEach(id -> other.append(sent(other, id)));
    }

    List<String> mixed = new ArrayList<>(lines());
    mixed.set(2, first.get(2));

    assertThat(first.get(2)).isNotEqualTo(lines().get(2));
    assertThat(problemOf(mixed)).contains("line 3");
  }

  @Test
  void aKeyThatIsRotatedWhileOthersWriteIsTakenByAll() throws InterruptedException {
    try (AuditLog running = AuditLog.open(folder, NOW);
        AuditLog command = AuditLog.open(folder, NOW)) {
      CountDownLatch rotated = new CountDownLatch(1);
      Thread writer =
          Thread.startVirtualThread(
              () -> {
                while (rotated.getCount() > 0) {
                  running.append(sent(running, "r"));
                }
              });

      command.rotateDigestKey(NOW);
      rotated.countDown();
      writer.join();
      running.append(sent(running, "last"));

      assertThat(running.digests().of(FindingType.EMAIL, "ann@firm.test"))
          .isEqualTo(command.digests().of(FindingType.EMAIL, "ann@firm.test"));
    }
  }

  @Test
  void nobodyElseMayReadItsFiles() throws IOException {
    Permissions.assumeThereAreAt(folder);
    write(1);

    for (String name : List.of("audit.log", "audit.head", "audit.key", "audit-digests.key")) {
      assertThat(Permissions.of(folder.resolve(name))).as(name).isEqualTo("rw-------");
    }
  }

  @Test
  void logThatIsGoneWithItsHeadIsMissedByWhoeverSawIt() throws IOException {
    Witness witness = new Witness();
    write(5, witness);
    Files.delete(log());
    Files.delete(folder.resolve("audit.head"));

    assertThatThrownBy(() -> AuditVerification.of(folder, witness.last()))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("the audit log is gone: it had 5 entries or more");
    try (AuditLog log = AuditLog.open(folder, NOW, witness)) {
      assertThat(log.lost()).map(AuditWitness.Mark::sequence).contains(5L);
      log.append(sent(log, "later"));
    }

    AuditVerification verification = AuditVerification.of(folder, witness.last());
    assertThat(verification.problem()).isEmpty();
    assertThat(verification.entries()).isEqualTo(2);
    assertThat(verification.lost())
        .singleElement()
        .asString()
        .contains("entry 1 says", "it had 5 entries or more");
    try (AuditLog log = AuditLog.open(folder, NOW, witness)) {
      assertThat(log.lost()).isEmpty();
    }
  }

  @Test
  void logThatWasPutBackWithItsHeadIsMissedByWhoeverSawItsEnd() throws IOException {
    Witness witness = new Witness();
    write(2, witness);
    byte[] log = Files.readAllBytes(log());
    byte[] head = Files.readAllBytes(folder.resolve("audit.head"));
    write(3, witness);
    Files.write(log(), log);
    Files.write(folder.resolve("audit.head"), head);

    assertThat(AuditVerification.of(folder).problem()).isEmpty();
    assertThat(AuditVerification.of(folder, witness.last()).problem())
        .contains("cut: entries 3 to 5 are missing");
    try (AuditLog opened = AuditLog.open(folder, NOW)) {
      IntStream.range(0, 4).forEach(i -> opened.append(sent(opened, "another" + i)));
    }
    assertThat(AuditVerification.of(folder, witness.last()).problem())
        .contains("line 5: not what was seen there before");
    try (AuditLog opened = AuditLog.open(folder, NOW, witness)) {
      assertThat(opened.lost()).map(AuditWitness.Mark::sequence).contains(5L);
    }
  }

  @Test
  void endIsSeenNowAndThenAlsoWhereAProcessDies() throws IOException {
    Witness witness = new Witness();
    try (AuditLog log = AuditLog.open(folder, NOW, witness)) {
      IntStream.range(0, 300).forEach(i -> log.append(sent(log, "r" + i)));

      assertThat(witness.last()).map(AuditWitness.Mark::sequence).contains(256L);
      assertThat(AuditVerification.of(folder, witness.last()).problem()).isEmpty();
      try (AuditLog other = AuditLog.open(folder, NOW, witness)) {
        assertThat(other.lost()).isEmpty();
      }
    }
    assertThat(witness.last()).map(AuditWitness.Mark::sequence).contains(300L);
  }

  @Test
  void witnessThatFailsTakesNoEntryAndIsToldAgainLater() throws IOException {
    Witness witness = new Witness();
    witness.fails = true;
    List<String> warnings = warningsWhile(() -> write(300, witness));

    assertThat(AuditVerification.of(folder).problem()).isEmpty();
    assertThat(AuditVerification.of(folder).entries()).isEqualTo(300);
    assertThat(warnings)
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).contains("cut now, that may not be noticed"));
    witness.fails = false;
    write(1, witness);
    assertThat(witness.last()).map(AuditWitness.Mark::sequence).contains(301L);
  }

  @Test
  void othersMayWriteWhileTheWitnessIsTold() {
    try (AuditLog other = AuditLog.open(folder, NOW)) {
      Witness witness = new Witness();
      witness.meanwhile = () -> other.append(sent(other, "other"));
      write(1, witness);
      write(256, witness);
    }

    AuditVerification verification = AuditVerification.of(folder);
    assertThat(verification.problem()).isEmpty();
    assertThat(verification.entries()).isEqualTo(257 + 4);
  }

  @Test
  void closedLogRefusesEntriesAndHoldsNobodyUp() throws InterruptedException {
    AuditLog log = AuditLog.open(folder, NOW);
    log.close();

    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread later = Thread.startVirtualThread(() -> appendTo(log, thrown));
    later.join(Duration.ofSeconds(30));

    assertThat(thrown.get()).isInstanceOf(AuditException.class);
  }

  private static void appendTo(AuditLog log, AtomicReference<Throwable> thrown) {
    try {
      log.append(sent(log, "late"));
    } catch (AuditException e) {
      thrown.set(e);
    }
  }

  @Test
  void whatIsLostIsToldAlsoWhereALaterEntryIsBroken() throws IOException {
    Witness witness = new Witness();
    write(5, witness);
    Files.delete(log());
    Files.delete(folder.resolve("audit.head"));
    write(2, witness);
    List<String> lines = lines();

    Files.write(log(), List.of(lines.get(0), lines.get(2)));

    AuditVerification verification = AuditVerification.of(folder);
    assertThat(verification.problem()).contains("line 2: expected entry 2, got entry 3");
    assertThat(verification.lost()).singleElement().asString().contains("it had 5 entries or more");
  }

  private static List<String> warningsWhile(Runnable work) {
    Logger logger = Logger.getLogger(AuditLog.class.getName());
    List<String> warnings = new ArrayList<>();
    Filter before = logger.getFilter();
    logger.setFilter(
        each -> {
          warnings.add(each.getMessage());
          return true;
        });
    try {
      work.run();
    } finally {
      logger.setFilter(before);
    }
    return warnings;
  }

  /** Remembers for as long as the test lasts. */
  private static final class Witness implements AuditWitness {
    private Optional<Mark> last = Optional.empty();
    private boolean fails;
    private Runnable meanwhile = () -> {};

    @Override
    public void saw(Mark mark) {
      meanwhile.run();
      if (fails) {
        throw new AuditException("cannot remember");
      }
      last = Optional.of(mark);
    }

    @Override
    public Optional<Mark> last() {
      return last;
    }
  }

  private void write(int entries, AuditWitness witness) {
    try (AuditLog log = AuditLog.open(folder, NOW, witness)) {
      IntStream.range(0, entries).forEach(i -> log.append(sent(log, "r" + i)));
    }
  }

  private void write(int entries) {
    try (AuditLog log = AuditLog.open(folder, NOW)) {
      IntStream.range(0, entries).forEach(i -> log.append(sent(log, "r" + i)));
    }
  }

  private static AuditEntry sent(AuditLog log, String requestId) {
    byte[] payload = requestId.getBytes(StandardCharsets.UTF_8);
    return new AuditEntry.Sent(
        NOW,
        requestId,
        "openai",
        Locality.CLOUD,
        PrivacyTreatment.CLOUD_OK,
        payload.length,
        log.digests().of(payload));
  }

  private String problemOf(List<String> lines) throws IOException {
    List<String> kept = Collections.unmodifiableList(new ArrayList<>(lines));
    Files.write(log(), kept);
    return AuditVerification.of(folder).problem().orElse("");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(log());
  }

  private Path log() {
    return folder.resolve("audit.log");
  }
}
