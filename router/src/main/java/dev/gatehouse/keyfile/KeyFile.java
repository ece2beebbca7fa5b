package dev.gatehouse.keyfile;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;

/** A file with {@value #BYTES} random bytes that nobody but its owner may read. */
public final class KeyFile {

  /** How long a key is. */
  public static final int BYTES = 32;

  private final Path path;

  /** The key in this file, which need not be there yet. */
  public KeyFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /**
   * The key, made at first use.
   *
   * @throws KeyFileException if the file cannot be read or made, or is no key
   */
  public byte[] key() {
    try {
      if (!Files.exists(path)) {
        create();
      }
      byte[] key = Files.readAllBytes(path);
      if (key.length != BYTES) {
        throw new KeyFileException(
            path
                + ": expected a key of "
                + BYTES
                + " random bytes, got "
                + key.length
                + "; put the right file back, or move this one away and a new key is made");
      }
      return key;
    } catch (IOException e) {
      throw failed("cannot be read or made", e);
    }
  }

  /**
   * Puts a new key in the place of the old one, which is gone then.
   *
   * @throws KeyFileException if the file cannot be written
   */
  public void rotate() {
    try {
      Files.move(
          fresh(), path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failed("cannot be replaced", e);
    }
  }

  /** Of two processes that make the key at once, the first one's stays. */
  private void create() throws IOException {
    OwnersOnly.createFolderOf(path);
    Path fresh = fresh();
    try {
      place(fresh);
    } catch (FileAlreadyExistsException _) {
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** By a link, so that others see the whole key or none; by a copy where there are no links. */
  private void place(Path fresh) throws IOException {
    try {
      Files.createLink(path, fresh);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException _) {
      Files.copy(fresh, path);
    }
  }

  private Path fresh() throws IOException {
    Path fresh =
        Files.createTempFile(path.getParent(), "key", ".new", OwnersOnly.permissions(path));
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return Files.write(fresh, key);
  }

  private KeyFileException failed(String what, IOException cause) {
    return new KeyFileException(
        path + ": the key " + what + "; its folder must be one that this user may write to", cause);
  }
}
