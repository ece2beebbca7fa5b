package dev.gatehouse.provider.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A running child: a JVM with {@link EmbeddedServerMain}. What it prints is kept only until it
 * serves, to explain a failed start, and never written anywhere: later lines could hold a prompt.
 */
final class EngineProcess implements AutoCloseable {
  private static final int LINES_KEPT = 5;
  private static final int LONGEST_LINE = 300;
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Process process;
  private final BlockingQueue<OptionalInt> announced = new ArrayBlockingQueue<>(1);
  private final Deque<String> lastLines = new ArrayDeque<>();
  private boolean keepsLines = true;

  private EngineProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().name("embedded-output").start(this::readOutput);
  }

  /**
   * Starts a child on this process's own Java and class path.
   *
   * @param nativesDirectory where it may unpack native libraries; its own
   */
  static EngineProcess start(ServerOptions options, Path nativesDirectory) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xshare:auto", "--enable-native-access=ALL-UNNAMED"));
    // generating pins a carrier thread in native code; the others must go on
    command.add("-Djdk.virtualThreadScheduler.parallelism=4");
    command.add("-Dde.kherud.llama.tmpdir=" + nativesDirectory);
    command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
    command.add(EmbeddedServerMain.class.getName());
    command.addAll(options.arguments());
    return new EngineProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private void readOutput() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("\tat ")) { // a stack trace helps nobody who reads the message
          read(line);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      keep(e.toString());
    } finally {
      announced.offer(OptionalInt.empty());
    }
  }

  private void read(String line) {
    if (line.startsWith(EmbeddedServerMain.ANNOUNCEMENT)) {
      String port = line.substring(EmbeddedServerMain.ANNOUNCEMENT.length());
      announced.offer(OptionalInt.of(Integer.parseInt(port)));
    } else {
      keep(line);
    }
  }

  private synchronized void keep(String line) {
    if (keepsLines && !line.isBlank()) {
      lastLines.add(line.substring(0, Math.min(line.length(), LONGEST_LINE)));
      if (lastLines.size() > LINES_KEPT) {
        lastLines.remove();
      }
    }
  }

  /** Forgets what was printed, and whatever will be: clients' texts may pass through from now. */
  synchronized void forgetOutput() {
    keepsLines = false;
    lastLines.clear();
  }

  /**
   * The port that the child serves on.
   *
   * @throws IOException if it ended, or took too long, before it said so
   */
  int awaitPort(Duration longest) throws IOException, InterruptedException {
    OptionalInt port = announced.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    if (port == null) {
      throw new IOException("no port after " + longest.toSeconds() + " s");
    }
    if (port.isEmpty()) {
      throw new IOException("ended with " + process.waitFor() + " before it served" + lastWords());
    }
    return port.getAsInt();
  }

  /** Whether the child ends within the time given. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time);
  }

  /** Blocks until the child has ended; its exit code. */
  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** The last lines that it printed while starting, for a message. */
  synchronized String lastWords() {
    return lastLines.isEmpty() ? "" : ": " + String.join(" | ", lastLines);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks the child to end by closing its input, and ends it where it does not. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(FAREWELL)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
