package dev.gatehouse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary folder and the processes that work in it. All of it is gone when it is closed, or
 * when the benchmark is stopped by a signal. Safe for use by any thread.
 */
final class Workspace implements AutoCloseable {
  private final Path folder;
  private final Deque<RunningProcess> running = new ArrayDeque<>();
  private boolean closed;

  private Workspace(Path folder) {
    this.folder = folder;
  }

  static Workspace open() {
    try {
      Workspace workspace = new Workspace(Files.createTempDirectory("gatehouse-benchmark"));
      Runtime.getRuntime().addShutdownHook(new Thread(workspace::close, "workspace-end"));
      return workspace;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path in the folder. */
  Path path(String name) {
    return folder.resolve(name);
  }

  /** Writes a file, and the folder above it. */
  Path write(String name, String text) {
    try {
      Path file = path(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a process; its errors go to this process's own.
   *
   * @throws BenchmarkException if the workspace is closed
   */
  synchronized RunningProcess start(ProcessBuilder builder) {
    if (closed) {
      throw new BenchmarkException("the benchmark was stopped");
    }
    try {
      RunningProcess process =
          new RunningProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
      running.push(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends every process, the last first, and removes the folder. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    running.forEach(RunningProcess::close);
    remove();
  }

  private void remove() {
    for (Path each : deepestFirst()) {
      try {
        Files.deleteIfExists(each);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private List<Path> deepestFirst() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
