package dev.gatehouse.dialect.anthropic;

import dev.gatehouse.dialect.InvalidRequestException;
import java.util.regex.Pattern;

/** How Anthropic writes of fields: {@code messages.0.content.1.text: Field required}. */
final class Wording {
  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");
  private static final String MISSING = "got nothing";

  private Wording() {}

  /** A field's path with dots instead of brackets. */
  static String path(String path) {
    return INDEX.matcher(path).replaceAll(".$1");
  }

  /** The same refusal in Anthropic's words. */
  static InvalidRequestException of(InvalidRequestException e) {
    if (e.field().isEmpty()) {
      return e;
    }
    String field = e.field().get();
    String what = String.valueOf(e.getMessage()).substring(field.length() + ": ".length());
    return new InvalidRequestException(
        path(field), what.endsWith(MISSING) ? "Field required" : what);
  }
}
