package dev.gatehouse.planted;

import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Notes every log line, with its parameters and stack trace. */
final class LogRecords extends Handler {
  private final SimpleFormatter formatter = new SimpleFormatter();

  LogRecords() {
    setLevel(Level.ALL);
  }

  @Override
  public void publish(LogRecord line) {
    WholeRun.saw("log", formatter.format(line));
    if (line.getParameters() != null) {
      WholeRun.saw("log", Arrays.toString(line.getParameters()));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
