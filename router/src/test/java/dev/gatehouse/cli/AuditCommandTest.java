package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.SentPayloads;
import dev.gatehouse.config.LedgerConfig;
import dev.gatehouse.config.Locality;
import dev.gatehouse.ledger.Ledger;
import dev.gatehouse.ledger.Ledgers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class AuditCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void verifySaysThatTheLogIsWholeAndHowItEnds() {
    write(3);

    assertThat(run("audit", "verify")).isZero();
    assertThat(out.toString()).startsWith("3 entries, all as they were written");
  }

  @Test
  void verifyFailsAtTheLineThatWasChanged() throws IOException {
    write(3);
    Path log = folder.resolve("audit.log");
    Files.writeString(log, Files.readString(log).replace("\"r1\"", "\"r9\""));

    assertThat(run("audit", "verify", "--json")).isEqualTo(1);
    assertThat(out.toString()).contains("\"whole\":false", "\"entries\":1", "line 2: changed");
    assertThat(err.toString()).contains("audit.log: line 2: changed");
  }

  @Test
  void verifyWithoutALogSaysWhatItLookedFor() {
    assertThat(run("audit", "verify")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no audit log").contains("audit.log");
  }

  @Test
  void verifyTellsOfALogThatTheLedgerSawAndThatIsGone() throws IOException {
    try (Ledger ledger = Ledgers.open(LedgerConfig.defaults(), folder);
        AuditLog log = AuditLog.open(folder, Instant.now(), ledger.auditWitness(folder))) {
      log.append(new AuditEntry.Forbidden(Instant.now(), "r0", "openai", Locality.CLOUD));
    }
    Files.delete(folder.resolve("audit.log"));
    Files.delete(folder.resolve("audit.head"));

    assertThat(run("audit", "verify")).isEqualTo(1);
    assertThat(err.toString()).contains("the audit log is gone: it had 1 entries or more");
    try (Ledger ledger = Ledgers.open(LedgerConfig.defaults(), folder)) {
      AuditLog.open(folder, Instant.now(), ledger.auditWitness(folder)).close();
    }
    assertThat(run("audit", "verify")).isZero();
    assertThat(run("audit", "verify", "--json")).isZero();
    assertThat(out.toString()).contains("Warning: entry 1 says").contains("\"lost\":[\"entry 1");
  }

  @Test
  void sentShowsWhatLeftWhereItIsKept() throws IOException {
    Path config = folder.resolve("gatehouse.yaml");
    Files.writeString(config, "audit: {keep-sent: 7d}\n");
    byte[] payload = "{\"model\":\"m\"}".getBytes(StandardCharsets.UTF_8);
    new SentPayloads(folder, Duration.ofDays(7))
        .keep("r1", new SentPayloads.Sent(Instant.now(), "openai", payload));

    assertThat(run("audit", "sent", "r1", "--config", config.toString())).isZero();
    assertThat(out.toString()).contains(" to openai:").contains("{\"model\":\"m\"}");
    assertThat(run("audit", "sent", "r2", "--config", config.toString())).isEqualTo(1);
    assertThat(run("audit", "sent", "r1")).isEqualTo(1);
    assertThat(err.toString()).contains("nothing left for it").contains("keep-sent");
  }

  @Test
  void rotateKeyLeavesTheLogWhole() {
    write(1);

    assertThat(run("audit", "rotate-key")).isZero();
    assertThat(run("audit", "verify")).isZero();
    assertThat(out.toString()).contains("2 entries, all as they were written");
  }

  @Test
  void rotateKeyWhereNoLogIsMakesNone() {
    assertThat(run("audit", "rotate-key")).isEqualTo(1);
    assertThat(err.toString()).contains("no audit log here").contains("--data");
    assertThat(folder).isEmptyDirectory();
  }

  private void write(int entries) {
    try (AuditLog log = AuditLog.open(folder, Instant.now())) {
      for (int i = 0; i < entries; i++) {
        log.append(new AuditEntry.Forbidden(Instant.now(), "r" + i, "openai", Locality.CLOUD));
      }
    }
  }

  private int run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.toString();
    CommandLine commands = Main.commandLine();
    commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commands.execute(all);
  }
}
