package dev.gatehouse.provider.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder that a gateway's children unpack native libraries into: one a gateway process, so that
 * two of them do not replace each other's, and swept of those whose process is gone, so that none
 * pile up.
 */
final class NativesDirectory {

  private NativesDirectory() {}

  /** Makes this process's folder below {@code engines}. */
  static Path prepare(Path engines) throws IOException {
    Path own = engines.resolve(Long.toString(ProcessHandle.current().pid()));
    Files.createDirectories(own);
    try (Stream<Path> all = Files.list(engines)) {
      for (Path each : all.filter(NativesDirectory::isOrphaned).toList()) {
        delete(each);
      }
    }
    return own;
  }

  private static boolean isOrphaned(Path folder) {
    String name = folder.getFileName().toString();
    return name.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(name)).isEmpty();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
