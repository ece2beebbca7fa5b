package dev.gatehouse.audit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;

/** A file with 32 random bytes that nobody but the operator may read. */
final class KeyFile {
  private static final int BYTES = 32;

  private final Path path;

  KeyFile(Path path) {
    this.path = path;
  }

  /**
   * The key, made at first use.
   *
   * @throws AuditException if the file cannot be read or written, or is no key
   */
  byte[] key() {
    try {
      if (!Files.exists(path)) {
        create();
      }
      byte[] key = Files.readAllBytes(path);
      if (key.length != BYTES) {
        throw new AuditException(path + ": expected a key of 32 bytes, got " + key.length);
      }
      return key;
    } catch (IOException e) {
      throw new AuditException(path + ": the key cannot be read or made", e);
    }
  }

  /**
   * Puts a new key in the place of the old one, which is gone then.
   *
   * @throws AuditException if the file cannot be written
   */
  void rotate() {
    try {
      Path fresh = path.resolveSibling(path.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      write(fresh);
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new AuditException(path + ": the key cannot be replaced", e);
    }
  }

  /** Of two processes that make the key at once, the first one's stays. */
  private void create() throws IOException {
    Path fresh =
        Files.createTempFile(
            path.toAbsolutePath().getParent(), "key", ".new", LockedFile.ownersOnly(path));
    try {
      Files.write(fresh, random());
      Files.createLink(path, fresh);
    } catch (FileAlreadyExistsException _) {
      return;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void write(Path file) throws IOException {
    Files.createFile(file, LockedFile.ownersOnly(path));
    Files.write(file, random());
  }

  private static byte[] random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
