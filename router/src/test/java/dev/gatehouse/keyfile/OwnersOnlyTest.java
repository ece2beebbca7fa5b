package dev.gatehouse.keyfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnersOnlyTest {

  @TempDir private Path folder;

  @BeforeEach
  void onlyWhereThereArePosixPermissions() {
    Permissions.assumeThereAreAt(folder);
  }

  @Test
  void foldersAndFilesAreTheirOwnersAlone() throws IOException {
    Path deep = folder.resolve("a").resolve("b");

    OwnersOnly.createFolders(deep);
    OwnersOnly.createFile(deep.resolve("c"));

    assertThat(Permissions.of(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(Permissions.of(deep)).isEqualTo("rwx------");
    assertThat(Permissions.of(deep.resolve("c"))).isEqualTo("rw-------");
    assertThat(OwnersOnly.isOpenToAll(deep)).isFalse();
    assertThat(OwnersOnly.isOpenToGroup(deep)).isFalse();
  }

  @Test
  void makingWhatIsThereChangesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "kept");
    Permissions.set(folder, "rwxr-x---");
    Permissions.set(file, "rw----r--");

    OwnersOnly.createFolders(folder);
    OwnersOnly.createFile(file);

    assertThat(Permissions.of(folder)).isEqualTo("rwxr-x---");
    assertThat(Permissions.of(file)).isEqualTo("rw----r--");
    assertThat(file).hasContent("kept");
  }

  @Test
  void groupAndEverybodyAreToldApart() throws IOException {
    Path ofGroup = Permissions.set(Files.createFile(folder.resolve("a")), "rw-r-----");
    Path ofAll = Permissions.set(Files.createFile(folder.resolve("b")), "rw-----w-");

    assertThat(OwnersOnly.isOpenToGroup(ofGroup)).isTrue();
    assertThat(OwnersOnly.isOpenToAll(ofGroup)).isFalse();
    assertThat(OwnersOnly.isOpenToGroup(ofAll)).isFalse();
    assertThat(OwnersOnly.isOpenToAll(ofAll)).isTrue();
  }

  @Test
  void fileThatIsClosedToAllKeepsItsGroup() throws IOException {
    Path file = Permissions.set(Files.createFile(folder.resolve("a")), "rw-rw-r--");

    OwnersOnly.closeToAll(file);

    assertThat(Permissions.of(file)).isEqualTo("rw-rw----");
  }
}
