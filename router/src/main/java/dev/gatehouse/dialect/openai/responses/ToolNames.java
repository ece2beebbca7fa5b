package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of a request that stand in a namespace. Nobody but OpenAI knows namespaces, so
 * elsewhere such a function has both names in one.
 */
final class ToolNames {
  private final Map<String, Namespaced> byJoinedName = new HashMap<>();

  /**
   * A function in a namespace.
   *
   * @param name within it
   */
  record Namespaced(String namespace, String name) {

    /** Both in one, as in {@code files__open}. */
    String joined() {
      return namespace + "__" + name;
    }
  }

  /** The names that these tools have. */
  static ToolNames of(JsonNode tools) {
    ToolNames names = new ToolNames();
    for (JsonNode tool : tools) {
      if (tool.path("type").asText().equals("namespace")) {
        tool.path("tools").forEach(each -> names.add(tool, each));
      }
    }
    return names;
  }

  private void add(JsonNode namespace, JsonNode function) {
    Namespaced each =
        new Namespaced(namespace.path("name").asText(), function.path("name").asText());
    byJoinedName.put(each.joined(), each);
  }

  /** What a model's name for a function stands for; empty if for a function without namespace. */
  Optional<Namespaced> namespaced(String joinedName) {
    return Optional.ofNullable(byJoinedName.get(joinedName));
  }
}
