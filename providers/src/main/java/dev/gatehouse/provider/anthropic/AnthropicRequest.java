package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.langchain.Rejection;
import java.util.List;
import java.util.OptionalDouble;

/** Writes the body of {@code POST /v1/messages}. What cannot be carried is refused by its name. */
final class AnthropicRequest {
  private static final double LEAST_TOP_P_WITH_THOUGHTS = 0.95;

  private final ChatCall call;
  private final ChatRequest request;
  private final ClaudeModel model;
  private final AnswerForm form;

  AnthropicRequest(ChatCall call, ClaudeModel model, AnswerForm form) {
    this.call = call;
    this.request = call.request();
    this.model = model;
    this.form = form;
  }

  void write(ObjectNode body) {
    Conversation conversation = Conversation.of(call.model().providerName(), request.messages());
    Thinking thinking = Thinking.of(call, model, mayThink(conversation));
    body.put("model", call.model().id());
    if (!conversation.system().isEmpty()) {
      body.set("system", conversation.system());
    }
    body.set("messages", conversation.messages());
    body.put("max_tokens", thinking.maxTokens());
    body.put("stream", true);
    writeTools(body);
    writeSampling(body, thinking.on());
    writeStops(body);
    thinking.field().ifPresent(field -> body.set("thinking", field));
    thinking.effort().ifPresent(effort -> body.withObject("/output_config").put("effort", effort));
    if (form instanceof AnswerForm.Constrained(JsonNode schema)) {
      ObjectNode format = body.withObject("/output_config").putObject("format");
      format.put("type", "json_schema").set("schema", schema);
    }
  }

  private boolean mayThink(Conversation conversation) {
    boolean forced =
        form instanceof AnswerForm.ByTool
            || (!request.tools().isEmpty()
                && (request.toolChoice() instanceof ToolChoice.Required
                    || request.toolChoice() instanceof ToolChoice.Named));
    boolean unsigned =
        !model.adapts()
            && conversation.bringsToolResults()
            && !conversation.thoughtBeforeItsLastCalls();
    return !forced && !unsigned;
  }

  private void writeTools(ObjectNode body) {
    ArrayNode tools = Json.array();
    request.tools().forEach(tool -> tools.add(tool(tool)));
    if (form instanceof AnswerForm.ByTool(String name, JsonNode schema)) {
      tools.add(answerTool(name, schema));
    }
    if (!tools.isEmpty()) {
      body.set("tools", tools);
      writeToolChoice(body);
    }
  }

  private ObjectNode tool(ToolSpec spec) {
    ObjectNode tool = Json.object().put("name", spec.name());
    spec.description().ifPresent(text -> tool.put("description", text));
    JsonNode schema = spec.parameters().orElseGet(AnthropicRequest::noParameters);
    tool.set("input_schema", typed(schema));
    if (spec.strict() && model.constrains() && ConstrainedSchema.holds(schema)) {
      tool.put("strict", true);
    }
    return tool;
  }

  private static ObjectNode noParameters() {
    ObjectNode schema = Json.object().put("type", "object");
    schema.putObject("properties");
    return schema.put("additionalProperties", false);
  }

  /** Anthropic demands the type that others take for granted. */
  private static JsonNode typed(JsonNode schema) {
    if (schema instanceof ObjectNode object && !object.has("type")) {
      return object.deepCopy().put("type", "object");
    }
    return schema;
  }

  private static ObjectNode answerTool(String name, JsonNode schema) {
    ObjectNode tool = Json.object().put("name", name);
    tool.put("description", "Gives your answer to the user. Its input is the whole answer.");
    tool.set("input_schema", schema);
    return tool;
  }

  private void writeToolChoice(ObjectNode body) {
    ObjectNode choice =
        form instanceof AnswerForm.ByTool(String name, _) ? answerChoice(name) : toolChoice();
    boolean oneAtATime = !request.options().parallelToolCalls().orElse(true);
    if (oneAtATime && !choice.path("type").asText("").equals("none")) {
      choice.put("disable_parallel_tool_use", true);
    }
    if (oneAtATime || !choice.path("type").asText("").equals("auto")) {
      body.set("tool_choice", choice);
    }
  }

  private ObjectNode toolChoice() {
    return switch (request.toolChoice()) {
      case ToolChoice.Auto() -> Json.object().put("type", "auto");
      case ToolChoice.None() -> Json.object().put("type", "none");
      case ToolChoice.Required() -> Json.object().put("type", "any");
      case ToolChoice.Named(var name) -> Json.object().put("type", "tool").put("name", name);
    };
  }

  /** Where the client's own tools may be called too, the model has to call one or answer. */
  private ObjectNode answerChoice(String name) {
    boolean others =
        !request.tools().isEmpty() && !(request.toolChoice() instanceof ToolChoice.None);
    return others
        ? Json.object().put("type", "any")
        : Json.object().put("type", "tool").put("name", name);
  }

  private void writeSampling(ObjectNode body, boolean thinks) {
    GenerationOptions options = request.options();
    refuseUnless(isDefault(options.presencePenalty(), 0), "presence_penalty", "Claude has none");
    refuseUnless(isDefault(options.frequencyPenalty(), 0), "frequency_penalty", "Claude has none");
    refuseUnless(
        options.temperature().orElse(1) <= 1, "temperature", "expected 0 to 1, as Claude has it");
    if (thinks || !model.samples()) {
      refuseUnless(
          isDefault(options.temperature(), 1), "temperature", "this model takes 1 alone here");
      refuseUnless(options.topK().isEmpty(), "top_k", "this model does not take it here");
      writeTopPWithThoughts(body, options);
    } else {
      writeTemperature(body, options);
      options.topK().ifPresent(topK -> body.put("top_k", topK));
    }
  }

  private void writeTopPWithThoughts(ObjectNode body, GenerationOptions options) {
    if (!isDefault(options.topP(), 1)) {
      double topP = options.topP().getAsDouble();
      refuseUnless(
          model.samples() && topP >= LEAST_TOP_P_WITH_THOUGHTS,
          "top_p",
          "this model does not take it here");
      body.put("top_p", topP);
    }
  }

  /** Newer models refuse the two together; one that says nothing is left out then. */
  private static void writeTemperature(ObjectNode body, GenerationOptions options) {
    boolean both = options.temperature().isPresent() && options.topP().isPresent();
    if (options.temperature().isPresent() && !(both && isDefault(options.temperature(), 1))) {
      body.put("temperature", options.temperature().getAsDouble());
    }
    if (options.topP().isPresent() && !(both && isDefault(options.topP(), 1))) {
      body.put("top_p", options.topP().getAsDouble());
    }
  }

  private static boolean isDefault(OptionalDouble value, double byDefault) {
    return value.orElse(byDefault) == byDefault;
  }

  private void writeStops(ObjectNode body) {
    List<String> stops = request.options().stop();
    refuseUnless(
        stops.stream().noneMatch(String::isBlank),
        "stop",
        "Claude takes none of white space alone");
    if (!stops.isEmpty()) {
      stops.forEach(body.withArray("/stop_sequences")::add);
    }
  }

  private void refuseUnless(boolean condition, String field, String why) {
    if (!condition) {
      throw refusal(field, why);
    }
  }

  private ProviderException refusal(String field, String why) {
    return Rejection.of(call.model().providerName(), field, why);
  }
}
