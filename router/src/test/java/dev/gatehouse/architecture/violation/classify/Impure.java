package dev.gatehouse.architecture.violation.classify;

import dev.gatehouse.architecture.violation.http.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a classifier must not do. */
public final class Impure {

  private Impure() {}

  /** Reads a file. */
  public static final class Reading {
    static String read() throws IOException {
      return Files.readString(Path.of("words"));
    }
  }

  /** Leaves it to chance. */
  public static final class Guessing {
    static boolean guess() {
      return new Random().nextBoolean();
    }
  }

  /** Asks for the time. */
  public static final class Timing {
    static Instant time() {
      return Instant.now();
    }
  }

  /** Asks for the time by a method reference. */
  public static final class TimingByReference {
    static Supplier<Long> time() {
      return System::nanoTime;
    }
  }

  /** Starts a thread. */
  public static final class Starting {
    static Thread start() {
      return Thread.ofVirtual().start(() -> {});
    }
  }

  /** Is given a service. */
  public record Serving(Server server) {}

  /** Logs. */
  public static final class Logging {
    static Logger logger() {
      return LoggerFactory.getLogger("classify");
    }
  }
}
