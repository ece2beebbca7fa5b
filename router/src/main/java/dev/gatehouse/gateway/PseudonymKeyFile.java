package dev.gatehouse.gateway;

import dev.gatehouse.redact.PseudonymKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The secret of the pseudonyms, kept in the data directory so that tokens are the same after a
 * restart. Whoever replaces the file (32 random bytes) makes every token new at the next start.
 */
final class PseudonymKeyFile {

  /** The file's name within the data directory. */
  static final String NAME = "pseudonym.key";

  private PseudonymKeyFile() {}

  /**
   * Reads the secret; makes one where there is none, readable by its owner alone.
   *
   * @throws UncheckedIOException if it can be neither read nor made
   * @throws IllegalStateException if the file is not 32 bytes long
   */
  static PseudonymKey in(Path dataDirectory) {
    Path file = dataDirectory.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return key(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + ": the key of the pseudonyms cannot be read or made", e);
    }
  }

  private static PseudonymKey key(Path file) throws IOException {
    byte[] secret = Files.readAllBytes(file);
    try {
      if (secret.length != PseudonymKey.BYTES) {
        throw new IllegalStateException(
            file
                + ": expected "
                + PseudonymKey.BYTES
                + " random bytes, got "
                + secret.length
                + "; delete it, and a new one is made");
      }
      return new PseudonymKey(secret);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** Whole at once: another process that starts now sees all of it or nothing. */
  private static void create(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path written = Files.createTempFile(directory, NAME, ".new", ownersAlone());
    byte[] secret = new byte[PseudonymKey.BYTES];
    new SecureRandom().nextBytes(secret);
    Files.write(written, secret);
    try {
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException _) { // the other process was first, and its key holds
    } catch (UnsupportedOperationException _) {
      Files.copy(written, file);
    } finally {
      Files.delete(written);
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static FileAttribute<?>[] ownersAlone() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
