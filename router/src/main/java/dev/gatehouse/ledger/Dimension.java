package dev.gatehouse.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What spending can be broken down by. */
public enum Dimension {
  /** The model that answered, by the upstream's name; the one chosen while it has not. */
  MODEL("COALESCE(response_model, model)"),
  /** The provider that answered or was tried last. */
  PROVIDER("COALESCE(response_provider_name, provider_name)"),
  /** The client key's name; empty where none is needed. */
  KEY("COALESCE(key_name, '')"),
  /** The day in UTC on which the request began, as in {@code 2026-11-30}. */
  DAY("strftime('%Y-%m-%d', started_at_nanos / 1000000000, 'unixepoch')"),
  /** {@code LOCAL} or {@code CLOUD}. */
  LOCALITY("lower(COALESCE(response_locality, locality))");

  private final String expression;

  Dimension(String expression) {
    this.expression = expression;
  }

  /** The name on the command line and in JSON, as in {@code model}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a list as in {@code model,day}; blank text is the empty list.
   *
   * @throws IllegalArgumentException naming what is possible, if one is not known or comes twice
   */
  public static List<Dimension> parseList(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    List<Dimension> found =
        Arrays.stream(text.split(",", -1)).map(word -> parse(word.strip())).toList();
    if (found.stream().distinct().count() < found.size()) {
      throw new IllegalArgumentException("by: each dimension only once, got " + text);
    }
    return found;
  }

  /** Its value in a row of the {@code charge} table, as SQL that SQLite understands. */
  String expression() {
    return expression;
  }

  private static Dimension parse(String word) {
    return Arrays.stream(values())
        .filter(dimension -> dimension.label().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "by: expected a list of " + possible() + ", got " + word));
  }

  private static String possible() {
    return Arrays.stream(values()).map(Dimension::label).collect(Collectors.joining(", "));
  }
}
