package dev.gatehouse.dialect.ollama;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Times as Ollama writes them: RFC 3339 with nanoseconds, in UTC. */
final class Timestamp {
  private static final DateTimeFormatter NANOSECONDS =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private Timestamp() {}

  static String of(Instant instant) {
    return NANOSECONDS.format(instant);
  }
}
