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
 * keeps the group that its owner let in, and whatever else is not taken away by {@link
 * #closeToAll}. A file system without POSIX permissions keeps its own rules.
 */
public final class OwnersOnly {
  private static final Set<PosixFilePermission> OF_OTHERS =
      PosixFilePermissions.fromString("------rwx");
  private static final Set<PosixFilePermission> OF_GROUP =
      PosixFilePermissions.fromString("---rwx---");

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
   * Takes from everybody what they may do with a file that is there, but for its owner and the
   * group that the owner let in.
   *
   * @throws IOException if it is not there, or is somebody else's
   */
  public static void closeToAll(Path path) throws IOException {
    if (isOpenToAll(path)) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      permissions.removeAll(OF_OTHERS);
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  /**
   * Whether everybody on this machine may read, write or enter it.
   *
   * @throws IOException if it is not there
   */
  public static boolean isOpenToAll(Path path) throws IOException {
    return isOpenTo(OF_OTHERS, path);
  }

  /**
   * Whether its group may read, write or enter it.
   *
   * @throws IOException if it is not there
   */
  public static boolean isOpenToGroup(Path path) throws IOException {
    return isOpenTo(OF_GROUP, path);
  }

  private static boolean isOpenTo(Set<PosixFilePermission> who, Path path) throws IOException {
    return isPosix(path) && !Collections.disjoint(Files.getPosixFilePermissions(path), who);
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
