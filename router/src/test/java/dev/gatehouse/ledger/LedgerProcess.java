package dev.gatehouse.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Another process that writes to a ledger: reports each row on its standard output as soon as the
 * ledger says that it is durable ({@code R id} for reserved, {@code S id} for settled).
 */
final class LedgerProcess implements AutoCloseable {
  static final String ESTIMATE = "0.02";
  static final String ACTUAL = "0.005";
  private static final int WRITERS = 32;

  /** As many as {@link Ledger#charges} gives at once, at most. */
  private static final int MAX_REQUESTS = 9_000;

  private final Process process;
  private final BufferedReader output;

  private LedgerProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts one. */
  static LedgerProcess start(Path file) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.config.file="
                + System.getProperty("java.util.logging.config.file", ""),
            "-cp",
            System.getProperty("java.class.path"),
            LedgerProcess.class.getName(),
            file.toString());
    return new LedgerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Writes many rows and then waits to be killed; every third request is never settled. */
  public static void main(String[] arguments) throws InterruptedException {
    Ledger ledger = SqliteLedger.open(Path.of(arguments[0]));
    AtomicInteger next = new AtomicInteger();
    PrintStream output = System.out;
    for (int i = 0; i < WRITERS; i++) {
      Thread.ofPlatform().start(() -> write(ledger, next, output));
    }
    new CountDownLatch(1).await();
  }

  private static void write(Ledger ledger, AtomicInteger next, PrintStream output) {
    for (int number = next.getAndIncrement();
        number < MAX_REQUESTS;
        number = next.getAndIncrement()) {
      ledger.reserve(Rows.reservation("r" + number, Rows.START, ESTIMATE));
      output.println("R r" + number);
      if (number % 3 != 0) {
        ledger.settle(Rows.settlement("r" + number, ACTUAL));
        output.println("S r" + number);
      }
    }
  }

  /** Its next line. */
  String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the other process ended");
    }
    return line;
  }

  /** Kills it as {@code kill -9} does, and gives the whole lines it had written by then. */
  List<String> kill() throws InterruptedException, IOException {
    // Process::destroyForcibly would close the stream that is still to be read.
    process.toHandle().destroyForcibly();
    process.waitFor();
    StringWriter rest = new StringWriter();
    output.transferTo(rest);
    return rest.toString()
        .lines()
        .limit(rest.toString().chars().filter(c -> c == '\n').count())
        .toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
