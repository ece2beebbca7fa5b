package dev.gatehouse.classify.privacy.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lists that come with this package, one entry a line, with comments. */
final class WordFile {
  private WordFile() {}

  /**
   * The lines of a list beside this class that are no comments.
   *
   * @throws UncheckedIOException if the jar has no such list
   */
  static List<String> lines(String name) {
    try (InputStream in = WordFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
