package dev.gatehouse.redact;

import dev.gatehouse.json.JsonPath;
import dev.gatehouse.json.JsonText;
import java.util.Optional;
import java.util.Set;

/**
 * What of a request speaks to the upstream and not to the model: it cannot be replaced, so a
 * request that has a private value there has no redacted form.
 */
final class ProtocolFields {

  /** Shorter numbers are limits and counts, and no other place of a value that is a number. */
  static final int LEAST_NUMBER = 7;

  private static final Set<String> FIXED = Set.of("model", "role", "type");

  /** Names of members that every protocol is made of; no value of a client's is called so. */
  private static final Set<String> NAMES =
      Set.of(
          "model",
          "messages",
          "role",
          "content",
          "type",
          "text",
          "tools",
          "tool_choice",
          "function",
          "name",
          "parameters",
          "input",
          "output",
          "arguments",
          "properties",
          "required",
          "items",
          "id",
          "stream",
          "prompt",
          "system",
          "format",
          "options",
          "images",
          "metadata",
          "user",
          "description",
          "summary",
          "title",
          "source",
          "data",
          "status",
          "reasoning");

  /** Below these stands what is the client's own. */
  private static final Set<String> CLIENTS =
      Set.of("arguments", "properties", "metadata", "$defs", "definitions");

  private static final Set<String> TOOLS =
      Set.of("tools", "tool_choice", "tool_calls", "function", "functions", "function_call");

  private ProtocolFields() {}

  /** Whether a member of that name is the protocol's, whatever a value may be called. */
  static boolean isName(String key) {
    return NAMES.contains(key);
  }

  /** Whether a string is the protocol's. */
  static boolean holds(JsonText text) {
    JsonPath path = text.path();
    if (isClients(path)) {
      return false;
    }
    return switch (text.kind()) {
      case STRING -> FIXED.contains(path.token()) || (path.token().equals("name") && isTool(path));
      case KEY -> isName(text.value());
      case NUMBER -> false;
    };
  }

  /** {@code input} is a conversation at the top, and a tool's arguments elsewhere. */
  private static boolean isClients(JsonPath path) {
    for (Optional<JsonPath> at = path.parent(); at.isPresent(); at = at.get().parent()) {
      boolean top = at.get().parent().filter(above -> above.parent().isPresent()).isEmpty();
      if (CLIENTS.contains(at.get().token()) || (at.get().token().equals("input") && !top)) {
        return true;
      }
    }
    return false;
  }

  /** A tool is named where tools are, and in the items of a conversation that call it. */
  private static boolean isTool(JsonPath path) {
    String list = path.parent().flatMap(JsonPath::parent).map(JsonPath::token).orElse("");
    return list.equals("content") || list.equals("input") || TOOLS.stream().anyMatch(path::passes);
  }
}
