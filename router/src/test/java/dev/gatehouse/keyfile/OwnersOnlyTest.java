package dev.gatehouse.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnersOnlyTest {

  @TempDir private Path folder;

  @BeforeEach
  void onlyWhereThereArePosixPermissions() {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "the file system has no POSIX permissions");
  }

  @Test
  void foldersAndFilesAreTheirOwnersAlone() throws IOException {
    Path deep = folder.resolve("a").resolve("b");

    OwnersOnly.createFolders(deep);
    OwnersOnly.createFile(deep.resolve("c"));

    assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(permissions(deep)).isEqualTo("rwx------");
    assertThat(permissions(deep.resolve("c"))).isEqualTo("rw-------");
    assertThat(OwnersOnly.isOpenToOthers(deep)).isFalse();
  }

  @Test
  void whatIsThereIsNotChanged() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "kept");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw----r--"));

    OwnersOnly.createFolders(folder);
    OwnersOnly.createFile(file);

    assertThat(permissions(folder)).isEqualTo("rwxr-x---");
    assertThat(permissions(file)).isEqualTo("rw----r--");
    assertThat(file).hasContent("kept");
    assertThat(OwnersOnly.isOpenToOthers(folder)).isTrue();
    assertThat(OwnersOnly.isOpenToOthers(file)).isTrue();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
