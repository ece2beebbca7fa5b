package dev.gatehouse.provider.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that keeps downloads between test runs and modules. */
public final class TestData {

  private TestData() {}

  /**
   * The system property {@code gatehouse.test.data}, else {@code target/test-data} of the
   * repository.
   */
  public static Path directory() {
    String named = System.getProperty("gatehouse.test.data", "");
    return named.isEmpty() ? repository().resolve("target").resolve("test-data") : Path.of(named);
  }

  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
