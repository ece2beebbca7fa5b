package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.config.ConfigLoader;
import dev.gatehouse.config.GatehouseConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExposureTest {

  @TempDir private Path folder;

  @BeforeEach
  void onlyWhereThereArePosixPermissions() {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "the file system has no POSIX permissions");
  }

  @Test
  void folderAndLedgerThatOthersMayReadAreWarnedOf() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path ledger = Files.createFile(folder.resolve("gatehouse.db"));
    Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(Exposure.of(config()))
        .hasSize(2)
        .anySatisfy(each -> assertThat(each).contains("'chmod 700 " + folder + "'"))
        .anySatisfy(each -> assertThat(each).contains("'chmod 600 " + ledger + "'"));
  }

  @Test
  void whatIsItsOwnersAloneIsNot() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Path ledger = Files.createFile(folder.resolve("gatehouse.db"));
    Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString("rw-------"));

    assertThat(Exposure.of(config())).isEmpty();
  }

  private GatehouseConfig config() {
    return new ConfigLoader(Map.of()).load(Optional.empty(), Optional.of(folder));
  }
}
