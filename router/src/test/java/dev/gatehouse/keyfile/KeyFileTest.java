package dev.gatehouse.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFileTest {

  @TempDir private Path folder;

  @Test
  void keyIsMadeOnceForItsOwnerAlone() throws IOException {
    Permissions.assumeThereAreAt(folder);
    Path path = folder.resolve("new folder").resolve("a.key");
    byte[] key = new KeyFile(path).key();

    assertThat(key).hasSize(32);
    assertThat(new KeyFile(path).key()).isEqualTo(key);
    assertThat(Permissions.of(path)).isEqualTo("rw-------");
    assertThat(filesBeside(path)).containsExactly(path);
  }

  @Test
  void keyIsReplacedAndTheOldOneIsGone() throws IOException {
    Path path = folder.resolve("a.key");
    byte[] old = new KeyFile(path).key();

    new KeyFile(path).rotate();

    assertThat(new KeyFile(path).key()).hasSize(32).isNotEqualTo(old);
    assertThat(filesBeside(path)).containsExactly(path);
  }

  @Test
  void whatIsNoKeyIsSaidWithItsFileAndWhatToDo() throws IOException {
    Path path = Files.writeString(folder.resolve("a.key"), "short");

    assertThatThrownBy(() -> new KeyFile(path).key())
        .isInstanceOf(KeyFileException.class)
        .hasMessage(
            path
                + ": expected a key of 32 random bytes, got 5; put the right file back, or move this"
                + " one away and a new key is made");
  }

  @Test
  void folderThatIsAFileIsSaid() throws IOException {
    Path path = Files.writeString(folder.resolve("file"), "").resolve("a.key");

    assertThatThrownBy(() -> new KeyFile(path).key())
        .isInstanceOf(KeyFileException.class)
        .hasMessage(
            path
                + ": the key cannot be read or made; its folder must be one that this user may"
                + " write to");
  }

  @Test
  void fileSystemWithoutLinksAndPermissionsHoldsKeysToo() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("disk.zip"), Map.of("create", "true"))) {
      Path path = zip.getPath("/data/a.key");
      byte[] key = new KeyFile(path).key();

      assertThat(new KeyFile(path).key()).isEqualTo(key);
      new KeyFile(path).rotate();
      assertThat(new KeyFile(path).key()).hasSize(32).isNotEqualTo(key);
      assertThat(filesBeside(path)).containsExactly(path);
    }
  }

  private static Stream<Path> filesBeside(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path.getParent())) {
      return files.toList().stream();
    }
  }
}
