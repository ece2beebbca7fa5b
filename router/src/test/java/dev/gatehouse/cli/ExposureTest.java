package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.SentPayloads;
import dev.gatehouse.config.ConfigLoader;
import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.config.LedgerConfig;
import dev.gatehouse.keyfile.Permissions;
import dev.gatehouse.ledger.Ledgers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExposureTest {

  @TempDir private Path folder;

  @BeforeEach
  void onlyWhereThereArePosixPermissions() throws IOException {
    Permissions.assumeThereAreAt(folder);
    Permissions.set(folder, "rwx------");
  }

  @Test
  void folderThatEverybodyMayReadIsWarnedOf() throws IOException {
    Permissions.set(folder, "rwxr-xr-x");

    assertThat(Exposure.of(config()))
        .singleElement()
        .asString()
        .contains("everybody on this machine", "'chmod o-rwx " + folder + "'");
  }

  @Test
  void groupThatTheOwnerLetInToTheFolderAndTheLedgerIsNot() throws IOException {
    Ledgers.open(LedgerConfig.defaults(), folder).close();
    Path ledger = Permissions.set(folder.resolve("gatehouse.db"), "rw-r-----");
    Permissions.set(folder, "rwxr-x---");

    Ledgers.open(LedgerConfig.defaults(), folder).close();

    assertThat(Permissions.of(ledger)).isEqualTo("rw-r-----");
    assertThat(Exposure.of(config())).isEmpty();
  }

  @Test
  void keysAuditLogAndPayloadsAreNobodyElsesNotEvenTheGroups() throws IOException {
    AuditLog.open(folder, Instant.now()).close();
    new SentPayloads(folder, Duration.ofDays(1))
        .keep("r1", new SentPayloads.Sent(Instant.now(), "openai", new byte[] {1}));
    assertThat(Exposure.of(config())).isEmpty();

    for (String name : new String[] {"audit.log", "audit.head", "audit.key", "sent.key"}) {
      Permissions.set(folder.resolve(name), "rw-r-----");
    }
    Permissions.set(folder.resolve("audit-digests.key"), "rw----r--");
    Permissions.set(folder.resolve("sent"), "rwxr-x---");

    assertThat(Exposure.of(config()))
        .hasSize(6)
        .allSatisfy(each -> assertThat(each).contains("others than its owner", "'chmod go-rwx "));
  }

  @Test
  void folderThatIsNotThereIsSaid() throws IOException {
    Files.delete(folder);

    assertThat(Exposure.of(config())).singleElement().asString().contains("cannot be looked at");
    Files.createDirectory(folder);
  }

  private GatehouseConfig config() {
    return new ConfigLoader(Map.of()).load(Optional.empty(), Optional.of(folder));
  }
}
