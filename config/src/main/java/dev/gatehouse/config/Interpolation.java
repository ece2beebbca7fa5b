package dev.gatehouse.config;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces references to environment variables, a name in braces behind a dollar sign; two dollar
 * signs before a brace stand for one, and for no reference. Values are put in after the YAML was
 * parsed, so a variable can never add keys or lines.
 *
 * <p>YAML itself forbids braces in an unquoted scalar of flow style, so there a reference would not
 * parse. {@link #protect} therefore swaps its three signs for Unicode noncharacters (U+FDD0 to
 * U+FDD2, which no text may interchange) while the file is parsed; lines and columns stay as they
 * are.
 */
final class Interpolation {
  private static final Pattern PROTECTABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$\\{|\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)})?");

  private final Map<String, String> environment;

  Interpolation(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The file's text, safe to parse. */
  static String protect(String yaml) {
    return PROTECTABLE.matcher(yaml).replaceAll("\uFDD0\uFDD1$1\uFDD2");
  }

  /** Undoes {@link #protect} in one scalar. */
  static String restore(String scalar) {
    return scalar.replace('\uFDD0', '$').replace('\uFDD1', '{').replace('\uFDD2', '}');
  }

  /**
   * The text with every reference replaced.
   *
   * @param problem told what was expected and what was found, for each reference that cannot be
   *     replaced; the result is then empty
   */
  Optional<String> resolve(String written, BiConsumer<String, String> problem) {
    Matcher references = REFERENCE.matcher(written);
    StringBuilder resolved = new StringBuilder();
    boolean complete = true;
    while (references.find()) {
      Optional<String> value = valueOf(references, problem);
      complete &= value.isPresent();
      references.appendReplacement(resolved, Matcher.quoteReplacement(value.orElse("")));
    }
    references.appendTail(resolved);
    return complete ? Optional.of(resolved.toString()) : Optional.empty();
  }

  private Optional<String> valueOf(MatchResult reference, BiConsumer<String, String> problem) {
    String name = reference.group(1);
    if (reference.group().startsWith("$$")) {
      return Optional.of("${");
    }
    if (name == null) {
      problem.accept("${NAME} of an environment variable, or $${ for a literal ${", "a lone ${");
      return Optional.empty();
    }
    Optional<String> value = Optional.ofNullable(environment.get(name));
    if (value.isEmpty()) {
      problem.accept("the environment variable " + name + " to be set", "it is not set");
    }
    return value;
  }
}
