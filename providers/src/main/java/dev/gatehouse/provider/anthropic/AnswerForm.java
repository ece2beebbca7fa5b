package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.langchain.Rejection;

/** How the form that a client wants of an answer is asked of Claude. */
sealed interface AnswerForm {

  /** Any text, or nothing but tool calls. */
  record Free() implements AnswerForm {}

  /** Anthropic itself holds the text to the schema. */
  record Constrained(JsonNode schema) implements AnswerForm {}

  /**
   * The model must call a tool whose input is the answer; the call comes back as text.
   *
   * @param toolName none of the client's own
   */
  record ByTool(String toolName, JsonNode schema) implements AnswerForm {}

  /**
   * The form for one call. Where the client demands a call of one of its own tools, no text will
   * come that could have a form.
   *
   * @throws dev.gatehouse.provider.ProviderException if the schema is not one of an object
   */
  static AnswerForm of(ChatCall call, ClaudeModel model) {
    ChatRequest request = call.request();
    return switch (request.responseFormat()) {
      case ResponseFormat.Text() -> new Free();
      case ResponseFormat.JsonObject() ->
          demandsCall(request) ? new Free() : byTool(call, Json.object().put("type", "object"));
      case ResponseFormat.JsonSchema(_, var schema, _) -> {
        JsonNode plain = withoutDialect(schema);
        if (model.constrains() && ConstrainedSchema.holds(plain)) {
          yield new Constrained(plain);
        }
        yield demandsCall(request) ? new Free() : byTool(call, plain);
      }
    };
  }

  private static boolean demandsCall(ChatRequest request) {
    return !request.tools().isEmpty()
        && switch (request.toolChoice()) {
          case ToolChoice.Required(), ToolChoice.Named _ -> true;
          case ToolChoice.Auto(), ToolChoice.None() -> false;
        };
  }

  /** The name of the schema's own dialect says nothing about an answer. */
  private static JsonNode withoutDialect(JsonNode schema) {
    if (!schema.has("$schema")) {
      return schema;
    }
    ObjectNode plain = schema.deepCopy();
    plain.remove("$schema");
    return plain;
  }

  private static ByTool byTool(ChatCall call, JsonNode schema) {
    if (!schema.isObject() || !schema.path("type").asText("object").equals("object")) {
      throw Rejection.of(
          call.model().providerName(),
          "response_format.json_schema.schema",
          "expected the schema of an object");
    }
    ObjectNode typed = schema.deepCopy();
    typed.put("type", "object"); // Anthropic demands it of a tool's input
    return new ByTool(freeName(call.request()), typed);
  }

  private static String freeName(ChatRequest request) {
    StringBuilder name = new StringBuilder("json_answer");
    while (request.tools().stream().anyMatch(tool -> tool.name().contentEquals(name))) {
      name.append('_');
    }
    return name.toString();
  }
}
