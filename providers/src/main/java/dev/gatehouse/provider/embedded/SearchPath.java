package dev.gatehouse.provider.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The operating system's list of folders where programs are found. */
final class SearchPath {

  private SearchPath() {}

  /** The first program of that name, with or without {@code .exe}. */
  static Optional<Path> find(String program) {
    String folders = System.getenv().getOrDefault("PATH", "");
    for (String folder : folders.split(File.pathSeparator, -1)) {
      for (String name : List.of(program, program + ".exe")) {
        Path candidate = Path.of(folder, name);
        if (!folder.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }
}
