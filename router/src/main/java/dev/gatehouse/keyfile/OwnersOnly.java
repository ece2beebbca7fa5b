package dev.gatehouse.keyfile;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;

/**
 * Files and folders that nobody but their owner may read, whatever the umask. What is there already
 * is its owner's business and is not changed. A file system without POSIX permissions keeps its own
 * rules.
 */
public final class OwnersOnly {
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private OwnersOnly() {}

  /** The permissions of a new file; none where its file system knows none. */
  public static FileAttribute<?>[] permissions(Path path) {
    return permissions(path, "rw-------");
  }

  private static FileAttribute<?>[] permissions(Path path, String permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Makes an empty file where there is none.
   *
   * @throws IOException if it cannot be made
   */
  public static void createFile(Path path) throws IOException {
    try {
      Files.createFile(path, permissions(path));
    } catch (FileAlreadyExistsException _) {
      return;
    }
  }

  /**
   * Makes a folder, and those above it, where there are none.
   *
   * @throws IOException if one cannot be made, or is a file
   */
  public static void createFolders(Path path) throws IOException {
    Files.createDirectories(path, permissions(path, "rwx------"));
  }

  /**
   * Makes the folder that a file is to be in. Errors as above.
   *
   * @param file with its folder
   */
  public static void createFolderOf(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      createFolders(folder);
    }
  }

  /**
   * Whether somebody else than its owner may read, write or enter it.
   *
   * @throws IOException if it is not there
   */
  public static boolean isOpenToOthers(Path path) throws IOException {
    return isPosix(path) && !Collections.disjoint(Files.getPosixFilePermissions(path), OTHERS);
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
