package dev.gatehouse.benchmarks;

import java.io.BufferedReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that was started here, with its children. Closing ends it and them, by their ids. */
final class RunningProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final Process process;

  RunningProcess(Process process) {
    this.process = process;
  }

  /** User and system time since its start, its living children's included; to 10 ms. */
  Duration cpu() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** What it prints. */
  BufferedReader output() {
    return process.inputReader();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
