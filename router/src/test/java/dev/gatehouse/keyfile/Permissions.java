package dev.gatehouse.keyfile;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may do what with a file, as {@code ls} writes it. */
public final class Permissions {
  private Permissions() {}

  /** Skips the test where the folder's file system has none. */
  public static void assumeThereAreAt(Path folder) {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "the file system has no POSIX permissions");
  }

  /** Such as {@code rw-r-----}. */
  public static String of(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Gives a file those, and returns it. */
  public static Path set(Path path, String permissions) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
