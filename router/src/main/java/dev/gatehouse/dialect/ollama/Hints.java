package dev.gatehouse.dialect.ollama;

import dev.gatehouse.dialect.Fields;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fields that need not be carried: those that steer an Ollama's memory or sampling, and those that
 * an Ollama itself does not know, which it ignores. Only names that could be a field's are told.
 */
final class Hints {
  private static final Pattern NAME = Pattern.compile("[a-z_.]{1,40}");
  private static final int MOST = 20;

  private Hints() {}

  /**
   * @param carried the body's fields that are no hints
   */
  static List<String> of(Fields body, Set<String> carried, OptionsDecoder options) {
    Stream<String> top =
        body.object().properties().stream()
            .filter(field -> !field.getValue().isNull() && !carried.contains(field.getKey()))
            .map(java.util.Map.Entry::getKey)
            .filter(name -> !name.equals("options"));
    return Stream.concat(top, options.hints())
        .filter(name -> NAME.matcher(name).matches())
        .sorted()
        .limit(MOST)
        .toList();
  }
}
