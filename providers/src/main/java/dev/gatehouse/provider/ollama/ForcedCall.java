package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.SchemaCheck;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A tool call that the model must make. Ollama has no {@code tool_choice}, so the answer is held to
 * the JSON form of a call by {@code format}, and is then read as one.
 *
 * @param tools those that may be called, at least one
 */
record ForcedCall(List<ToolSpec> tools) {
  private static final String NAME = "name";
  private static final String ARGUMENTS = "arguments";

  ForcedCall {
    tools = List.copyOf(tools);
  }

  /** What the request forces; empty where the model may do without a call. */
  static Optional<ForcedCall> of(ChatRequest request) {
    List<ToolSpec> tools =
        switch (request.toolChoice()) {
          case ToolChoice.Auto _, ToolChoice.None _ -> List.<ToolSpec>of();
          case ToolChoice.Required _ -> request.tools();
          case ToolChoice.Named(String name) ->
              request.tools().stream().filter(tool -> tool.name().equals(name)).toList();
        };
    return tools.isEmpty() ? Optional.empty() : Optional.of(new ForcedCall(tools));
  }

  /** JSON schema of a call to one of the tools. */
  ObjectNode format() {
    if (tools.size() == 1) {
      return format(tools.getFirst(), "#/properties/" + ARGUMENTS);
    }
    ObjectNode any = Json.object();
    ArrayNode forms = any.putArray("anyOf");
    for (int i = 0; i < tools.size(); i++) {
      forms.add(format(tools.get(i), "#/anyOf/" + i + "/properties/" + ARGUMENTS));
    }
    return any;
  }

  private static ObjectNode format(ToolSpec tool, String place) {
    ObjectNode form = Json.object().put("type", "object");
    ObjectNode properties = form.putObject("properties");
    properties.putObject(NAME).put("const", tool.name());
    properties.set(ARGUMENTS, moved(parameters(tool), place));
    form.putArray("required").add(NAME).add(ARGUMENTS);
    return form.put("additionalProperties", false);
  }

  static JsonNode parameters(ToolSpec tool) {
    return tool.parameters()
        .orElseGet(
            () -> {
              ObjectNode none = Json.object().put("type", "object");
              none.putObject("properties");
              return none;
            });
  }

  /**
   * A schema that was the whole document and now stands at {@code place}: its references follow.
   */
  private static JsonNode moved(JsonNode schema, String place) {
    JsonNode copy = schema.deepCopy();
    move(copy, place);
    return copy;
  }

  private static void move(JsonNode node, String place) {
    if (node instanceof ObjectNode object
        && object.get("$ref") instanceof TextNode reference
        && reference.textValue().startsWith("#")) {
      object.put("$ref", place + reference.textValue().substring(1));
    }
    node.forEach(child -> move(child, place));
  }

  /**
   * The call that the model's answer makes.
   *
   * @param answer the answer's text
   * @return an entry of {@code tool_calls} as Ollama writes it; empty if the answer is no call to
   *     one of the tools, or its arguments do not follow the tool's schema
   */
  Optional<ObjectNode> read(String answer) {
    JsonNode call = parse(answer);
    String name = call.path(NAME).asText("");
    JsonNode arguments = call.path(ARGUMENTS);
    return tools.stream()
        .filter(tool -> tool.name().equals(name) && arguments.isObject())
        .filter(tool -> SchemaCheck.follows(arguments, parameters(tool)))
        .findFirst()
        .map(
            tool -> {
              ObjectNode entry = Json.object();
              entry.putObject("function").put(NAME, name).set(ARGUMENTS, arguments);
              return entry;
            });
  }

  private static JsonNode parse(String text) {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonException e) {
      return Json.object();
    }
  }
}
