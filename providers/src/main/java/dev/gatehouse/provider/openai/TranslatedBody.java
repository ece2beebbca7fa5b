package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.langchain.Rejection;
import java.util.Locale;
import java.util.OptionalInt;

/** Writes a request from the caller's own words. */
final class TranslatedBody {
  private final String providerName;
  private final ChatCall call;
  private final ServerProfile server;
  private final ObjectNode body;

  TranslatedBody(String providerName, ChatCall call, ServerProfile server, ObjectNode body) {
    this.providerName = providerName;
    this.call = call;
    this.server = server;
    this.body = body;
  }

  void complete() {
    if (call.request().options().choices() > 1) {
      throw Rejection.of(providerName, "n", "expected 1 over this protocol");
    }
    ArrayNode messages = MessageWriter.write(providerName, call.request().messages(), server);
    if (messages.isEmpty()) {
      throw Rejection.of(providerName, "messages", "none of them says anything");
    }
    body.put("model", call.model().id());
    body.set("messages", messages);
    body.put("stream", true);
    completeFormat(messages);
    completeTools();
    completeOptions();
    completeLimit();
    body.putObject("stream_options").put("include_usage", true);
  }

  private void completeFormat(ArrayNode messages) {
    switch (call.request().responseFormat()) {
      case ResponseFormat.Text _ -> {}
      case ResponseFormat.JsonObject _ -> {
        body.putObject("response_format").put("type", "json_object");
        mentionJson(messages);
      }
      case ResponseFormat.JsonSchema(var name, var schema, var strict) -> {
        ObjectNode format = body.putObject("response_format").put("type", "json_schema");
        ObjectNode named = format.putObject("json_schema").put("name", name);
        named.set("schema", schema);
        if (strict) {
          named.put("strict", true);
        }
      }
    }
  }

  /** OpenAI and DeepSeek refuse {@code json_object} where no message has the word in it. */
  private static void mentionJson(ArrayNode messages) {
    if (!messages.toString().toLowerCase(Locale.ROOT).contains("json")) {
      messages.insertObject(0).put("role", "system").put("content", "Answer with a JSON object.");
    }
  }

  private void completeTools() {
    ChatRequest request = call.request();
    if (request.tools().isEmpty()) {
      return;
    }
    ArrayNode tools = body.putArray("tools");
    request.tools().forEach(tool -> write(tool, tools.addObject()));
    completeToolChoice(request.toolChoice());
    request
        .options()
        .parallelToolCalls()
        .ifPresent(parallel -> body.put("parallel_tool_calls", parallel));
  }

  private static void write(ToolSpec tool, ObjectNode node) {
    ObjectNode function = node.put("type", "function").putObject("function");
    function.put("name", tool.name());
    tool.description().ifPresent(description -> function.put("description", description));
    function.set("parameters", tool.parameters().orElseGet(TranslatedBody::noParameters));
    if (tool.strict()) {
      function.put("strict", true);
    }
  }

  private static JsonNode noParameters() {
    ObjectNode schema = Json.object().put("type", "object");
    schema.putObject("properties");
    return schema;
  }

  private void completeToolChoice(ToolChoice choice) {
    switch (choice) {
      case ToolChoice.Auto _ -> {}
      case ToolChoice.None _ -> body.put("tool_choice", "none");
      case ToolChoice.Required _ -> body.put("tool_choice", "required");
      case ToolChoice.Named(var name) ->
          body.putObject("tool_choice")
              .put("type", "function")
              .putObject("function")
              .put("name", name);
    }
  }

  private void completeOptions() {
    GenerationOptions options = call.request().options();
    options.temperature().ifPresent(temperature -> body.put("temperature", temperature));
    options.topP().ifPresent(topP -> body.put("top_p", topP));
    if (!options.stop().isEmpty()) {
      options.stop().forEach(body.putArray("stop")::add);
    }
    options.seed().ifPresent(seed -> body.put("seed", seed));
    options.presencePenalty().ifPresent(penalty -> body.put("presence_penalty", penalty));
    options.frequencyPenalty().ifPresent(penalty -> body.put("frequency_penalty", penalty));
    if (server.topK()) {
      options.topK().ifPresent(most -> body.put("top_k", most));
    }
    options
        .reasoning()
        .flatMap(wanted -> ReasoningEffort.of(wanted, server.efforts()))
        .ifPresent(effort -> body.put("reasoning_effort", effort));
  }

  /** This wire needs no limit: it is sent where the caller set one, or money was set aside. */
  private void completeLimit() {
    OptionalInt asked = call.request().options().maxOutputTokens();
    if (asked.isPresent() || call.limit() == ChatCall.Limit.ALWAYS) {
      body.put(server.limitField(), asked.orElse(call.maxOutputTokens()));
    }
  }
}
