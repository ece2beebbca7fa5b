package dev.gatehouse.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.langchain.Rejection;

/** Writes the body of {@code streamGenerateContent}. What cannot be carried is refused. */
final class GeminiRequest {
  private static final int MOST_STOPS = 5;

  private final ChatCall call;
  private final ChatRequest request;
  private final GeminiModel model;

  GeminiRequest(ChatCall call) {
    this.call = call;
    this.request = call.request();
    this.model = GeminiModel.named(call.model().id());
  }

  void write(ObjectNode body) {
    GeminiParts parts = new GeminiParts(call.model().providerName(), model);
    GeminiContents contents = GeminiContents.of(parts, request.messages());
    if (!contents.system().isEmpty()) {
      body.putObject("systemInstruction").set("parts", contents.system());
    }
    body.set("contents", contents.contents());
    if (!request.tools().isEmpty()) {
      writeTools(body);
    }
    ObjectNode config = Json.object();
    writeSampling(config);
    writeFormat(config);
    writeThinking(config);
    if (!config.isEmpty()) {
      body.set("generationConfig", config);
    }
  }

  private void writeTools(ObjectNode body) {
    ArrayNode declarations = body.putArray("tools").addObject().putArray("functionDeclarations");
    request.tools().forEach(tool -> declarations.add(declaration(tool)));
    writeToolChoice(body.putObject("toolConfig").putObject("functionCallingConfig"));
  }

  private static ObjectNode declaration(ToolSpec tool) {
    ObjectNode declaration = Json.object().put("name", tool.name());
    tool.description().ifPresent(text -> declaration.put("description", text));
    tool.parameters()
        .filter(schema -> !schema.isEmpty())
        .ifPresent(schema -> declaration.set("parametersJsonSchema", schema));
    return declaration;
  }

  private void writeToolChoice(ObjectNode config) {
    switch (request.toolChoice()) {
      case ToolChoice.Auto() -> config.put("mode", "AUTO");
      case ToolChoice.None() -> config.put("mode", "NONE");
      case ToolChoice.Required() -> config.put("mode", "ANY");
      case ToolChoice.Named(var name) ->
          config.put("mode", "ANY").putArray("allowedFunctionNames").add(name);
    }
  }

  private void writeSampling(ObjectNode config) {
    GenerationOptions options = request.options();
    options.temperature().ifPresent(value -> config.put("temperature", value));
    options.topP().ifPresent(value -> config.put("topP", value));
    options.topK().ifPresent(value -> config.put("topK", value));
    options.presencePenalty().ifPresent(value -> config.put("presencePenalty", value));
    options.frequencyPenalty().ifPresent(value -> config.put("frequencyPenalty", value));
    options.seed().ifPresent(seed -> config.put("seed", Long.hashCode(seed))); // theirs has 32 bits
    writeLimit(config, options);
    writeStops(config, options);
  }

  private void writeLimit(ObjectNode config, GenerationOptions options) {
    if (options.maxOutputTokens().isPresent()) {
      config.put("maxOutputTokens", options.maxOutputTokens().getAsInt());
    } else if (call.limit() == ChatCall.Limit.ALWAYS) {
      config.put("maxOutputTokens", call.maxOutputTokens());
    }
  }

  private void writeStops(ObjectNode config, GenerationOptions options) {
    if (options.stop().size() > MOST_STOPS) {
      throw Rejection.of(
          call.model().providerName(), "stop", "Gemini takes " + MOST_STOPS + " at most");
    }
    if (!options.stop().isEmpty()) {
      options.stop().forEach(config.putArray("stopSequences")::add);
    }
  }

  private void writeFormat(ObjectNode config) {
    switch (request.responseFormat()) {
      case ResponseFormat.Text() -> {}
      case ResponseFormat.JsonObject() -> config.put("responseMimeType", "application/json");
      case ResponseFormat.JsonSchema(_, JsonNode schema, _) ->
          config.put("responseMimeType", "application/json").set("responseJsonSchema", schema);
    }
  }

  private void writeThinking(ObjectNode config) {
    if (call.model().capabilities().contains(Capability.THINKING)) {
      request
          .options()
          .reasoning()
          .ifPresent(
              reasoning -> config.set("thinkingConfig", GeminiThinking.config(reasoning, model)));
    }
  }
}
