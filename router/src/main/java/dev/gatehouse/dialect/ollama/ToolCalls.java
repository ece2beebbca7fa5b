package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects tool calls, which Ollama gives whole. A call whose arguments are no JSON object, as one
 * that was cut by the limit, is given as text: so does Ollama with what it cannot read.
 */
final class ToolCalls {
  private final Map<Integer, Growing> calls = new TreeMap<>();

  void add(Event.ToolCallDelta piece) {
    calls
        .computeIfAbsent(piece.index(), _ -> new Growing(piece.id(), piece.name()))
        .arguments
        .append(piece.arguments());
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  Said said() {
    StringBuilder unreadable = new StringBuilder();
    ArrayNode whole = Json.array();
    for (Growing call : calls.values()) {
      call.object()
          .ifPresentOrElse(
              arguments -> call.writeTo(whole, arguments),
              () -> unreadable.append(call.name).append('(').append(call.arguments).append(')'));
    }
    return new Said(unreadable.toString(), "", whole);
  }

  /** A call as it grows. */
  private static final class Growing {
    private final String id;
    private final String name;
    private final StringBuilder arguments = new StringBuilder();

    Growing(String id, String name) {
      this.id = id;
      this.name = name;
    }

    Optional<JsonNode> object() {
      if (arguments.isEmpty()) {
        return Optional.of(Json.object());
      }
      try {
        JsonNode read = Json.read(arguments.toString().getBytes(StandardCharsets.UTF_8));
        return Optional.of(read).filter(JsonNode::isObject);
      } catch (JsonException e) {
        return Optional.empty();
      }
    }

    void writeTo(ArrayNode whole, JsonNode object) {
      ObjectNode function =
          whole.addObject().put("id", id).putObject("function").put("index", whole.size() - 1);
      function.put("name", name).set("arguments", object);
    }
  }
}
