package dev.gatehouse.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Gathers what is wrong in one file, so that all of it can be told at once. Not thread-safe. */
final class Problems {
  private static final int LONGEST_QUOTE = 80;

  private final String file;
  private final List<Problem> found = new ArrayList<>();

  /**
   * @param file the file's name as the operator gave it
   */
  Problems(String file) {
    this.file = file;
  }

  /** Notes a problem at a place; without a place it is the whole file's. */
  void report(Optional<Mark> place, String path, String expected, String seen) {
    String location = place.map(mark -> file + ":" + (mark.getLine() + 1)).orElse(file);
    found.add(
        new Problem(
            place.map(Mark::getLine).orElse(-1),
            place.map(Mark::getColumn).orElse(-1),
            new ConfigError(location, path, expected, oneLine(seen))));
  }

  /**
   * @throws ConfigException with every problem, in file order, if there is any
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw refusal();
    }
  }

  /** Every problem reported so far, in file order. */
  ConfigException refusal() {
    return new ConfigException(
        found.stream()
            .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
            .map(Problem::error)
            .toList());
  }

  private static String oneLine(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", " ");
    return printable.length() <= LONGEST_QUOTE
        ? printable
        : printable.substring(0, LONGEST_QUOTE) + "...";
  }

  private record Problem(int line, int column, ConfigError error) {}
}
