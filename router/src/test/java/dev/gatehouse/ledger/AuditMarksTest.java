package dev.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.audit.AuditException;
import dev.gatehouse.audit.AuditWitness;
import dev.gatehouse.audit.AuditWitness.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditMarksTest {
  private static final Mark FIRST = new Mark(1, "aa", Instant.parse("2026-03-01T12:00:00Z"));
  private static final Mark SECOND = new Mark(2, "bb", Instant.parse("2026-03-01T12:00:01Z"));

  @TempDir private Path folder;

  @Test
  void newLedgerSawNothing() {
    try (Ledger ledger = open()) {
      assertThat(ledger.auditWitness(folder).last()).isEmpty();
    }
  }

  @Test
  void whatWasSeenLastIsKnownToTheNextProcess() {
    try (Ledger ledger = open()) {
      AuditWitness witness = ledger.auditWitness(folder);
      witness.saw(FIRST);
      witness.saw(SECOND);
    }

    try (Ledger ledger = open()) {
      assertThat(ledger.auditWitness(folder).last()).contains(SECOND);
    }
  }

  @Test
  void logsOfTwoDataDirectoriesAreToldApartHoweverTheirPathsAreWritten() {
    try (Ledger ledger = open()) {
      ledger.auditWitness(folder.resolve("a")).saw(FIRST);
      ledger.auditWitness(folder.resolve("b")).saw(SECOND);

      assertThat(ledger.auditWitness(folder.resolve("b").resolve("..").resolve("a")).last())
          .contains(FIRST);
    }
  }

  @Test
  void ledgerThatCannotRememberOrTellSaysSoAsTheAuditPromises() throws IOException {
    Ledger ledger = open();
    AuditWitness witness = ledger.auditWitness(folder);
    ledger.close();

    assertThatThrownBy(() -> witness.saw(FIRST))
        .isInstanceOf(AuditException.class)
        .hasMessage("the audit log's end cannot be remembered: the ledger is closed");
    Files.delete(folder.resolve("gatehouse.db"));
    assertThatThrownBy(witness::last)
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("what was seen of the audit log cannot be read: ");
  }

  private Ledger open() {
    return SqliteLedger.open(folder.resolve("gatehouse.db"));
  }
}
