package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads a chat completion request. Fields are checked as OpenAI checks them; fields that nobody
 * models become needs.
 */
final class ChatDecoder {
  private static final Set<String> MODELLED =
      Set.of(
          "model",
          "messages",
          "tools",
          "tool_choice",
          "response_format",
          "stream",
          "stream_options",
          "temperature",
          "top_p",
          "max_tokens",
          "max_completion_tokens",
          "stop",
          "seed",
          "presence_penalty",
          "frequency_penalty",
          "n",
          "reasoning_effort",
          "logprobs",
          "top_logprobs");
  private static final Set<String> HINTS =
      Set.of(
          "user",
          "metadata",
          "store",
          "service_tier",
          "safety_identifier",
          "prompt_cache_key",
          "prompt_cache_retention",
          "parallel_tool_calls");

  private static final int MOST_CHOICES = 128;

  private final JsonBody body;
  private final Fields fields;
  private final Map<Capability, String> needs = new EnumMap<>(Capability.class);

  ChatDecoder(JsonBody body) {
    if (!body.tree().isObject()) {
      throw new InvalidRequestException("the body must be a JSON object");
    }
    this.body = body;
    this.fields = new Fields(body.tree(), "");
  }

  ChatRequest decode() {
    String model = fields.text("model");
    List<Message> messages = messages();
    List<ToolSpec> tools = tools();
    ResponseFormat format = responseFormat();
    ToolChoice choice = toolChoice();
    boolean stream = fields.flag("stream");
    GenerationOptions options = options();
    return new ChatRequest(
        Wire.OPENAI_CHAT,
        body,
        model,
        messages,
        tools,
        choice,
        format,
        options,
        stream,
        stream && streamUsage(),
        needs(messages, tools),
        hints());
  }

  private List<Message> messages() {
    int count = fields.array("messages").size();
    if (count == 0) {
      throw fields.wrong("messages", "an array of one or more messages");
    }
    List<Message> messages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      messages.add(new MessageDecoder(fields.element("messages", i)).decode());
    }
    return messages;
  }

  private List<ToolSpec> tools() {
    List<ToolSpec> tools = new ArrayList<>();
    for (int i = 0; i < fields.array("tools").size(); i++) {
      Fields tool = fields.element("tools", i);
      if (tool.text("type").equals("function")) {
        tools.add(function(tool.object("function")));
      } else {
        needs.put(Capability.VERBATIM_FIELDS, tool.path() + ".type");
        needs.put(Capability.TOOLS, tool.path());
      }
    }
    return tools;
  }

  private static ToolSpec function(Fields function) {
    JsonNode parameters = function.get("parameters");
    return new ToolSpec(
        function.text("name"),
        function.optionalText("description"),
        parameters.isMissingNode() ? Optional.empty() : Optional.of(parameters),
        function.flag("strict"));
  }

  private ToolChoice toolChoice() {
    JsonNode choice = fields.get("tool_choice");
    if (choice.isObject()) {
      return namedTool(fields.object("tool_choice"));
    }
    return switch (fields.optionalText("tool_choice").orElse("auto")) {
      case "auto" -> new ToolChoice.Auto();
      case "none" -> new ToolChoice.None();
      case "required" -> forced(new ToolChoice.Required());
      default -> throw fields.wrong("tool_choice", "auto, none, required or an object");
    };
  }

  private ToolChoice namedTool(Fields choice) {
    if (choice.has("function")) {
      return forced(new ToolChoice.Named(choice.object("function").text("name")));
    }
    needs.put(Capability.VERBATIM_FIELDS, "tool_choice");
    return forced(new ToolChoice.Required());
  }

  private ToolChoice forced(ToolChoice choice) {
    needs.put(Capability.FORCED_TOOLS, "tool_choice");
    return choice;
  }

  private ResponseFormat responseFormat() {
    if (!fields.has("response_format")) {
      return new ResponseFormat.Text();
    }
    Fields format = fields.object("response_format");
    return switch (format.text("type")) {
      case "text" -> new ResponseFormat.Text();
      case "json_object" -> {
        needs.put(Capability.JSON_OBJECT, "response_format");
        yield new ResponseFormat.JsonObject();
      }
      case "json_schema" -> jsonSchema(format.object("json_schema"));
      default -> throw format.wrong("type", "text, json_object or json_schema");
    };
  }

  private ResponseFormat jsonSchema(Fields schema) {
    needs.put(Capability.JSON_SCHEMA, "response_format");
    return new ResponseFormat.JsonSchema(
        schema.text("name"), schema.get("schema"), schema.flag("strict"));
  }

  private GenerationOptions options() {
    OptionalInt limit = larger(fields.count("max_completion_tokens"), fields.count("max_tokens"));
    return new GenerationOptions(
        fields.number("temperature", 0, 2),
        fields.number("top_p", 0, 1),
        OptionalInt.empty(),
        limit,
        stop(),
        fields.whole("seed"),
        fields.number("presence_penalty", -2, 2),
        fields.number("frequency_penalty", -2, 2),
        choices(),
        fields.optionalText("reasoning_effort").map(ChatDecoder::reasoning),
        parallelToolCalls());
  }

  private static Reasoning reasoning(String effort) {
    return effort.equals("none") ? new Reasoning.Off() : new Reasoning.Effort(effort);
  }

  private Optional<Boolean> parallelToolCalls() {
    return fields.has("parallel_tool_calls")
        ? Optional.of(fields.flag("parallel_tool_calls"))
        : Optional.empty();
  }

  /** Servers differ in which of the two they read, so money is set aside for the larger. */
  private static OptionalInt larger(OptionalInt left, OptionalInt right) {
    return left.isEmpty() || right.orElse(0) > left.getAsInt() ? right : left;
  }

  /** OpenAI's own bound on {@code n}. */
  private int choices() {
    int choices = fields.count("n").orElse(1);
    if (choices > MOST_CHOICES) {
      throw fields.wrong("n", "1 to " + MOST_CHOICES);
    }
    return choices;
  }

  private List<String> stop() {
    JsonNode stop = fields.get("stop");
    if (stop.isTextual()) {
      return List.of(stop.textValue());
    }
    List<String> all = new ArrayList<>();
    for (JsonNode each : fields.array("stop")) {
      if (!each.isTextual()) {
        throw fields.wrong("stop", "a string or an array of strings");
      }
      all.add(each.textValue());
    }
    return all;
  }

  private boolean streamUsage() {
    return fields.has("stream_options") && fields.object("stream_options").flag("include_usage");
  }

  private Map<Capability, String> needs(List<Message> messages, List<ToolSpec> tools) {
    if (!tools.isEmpty()) {
      needs.put(Capability.TOOLS, "tools");
    }
    if (fields.flag("logprobs")) {
      needs.put(Capability.LOGPROBS, "logprobs");
    }
    if (fields.count("n").orElse(1) > 1) {
      needs.put(Capability.MULTIPLE_CHOICES, "n");
    }
    messages.forEach(message -> message.parts().forEach(this::need));
    body.tree().fieldNames().forEachRemaining(this::needIfUnknown);
    return needs;
  }

  private void need(Part part) {
    switch (part) {
      case Part.Image(String url, _) -> needImage(url);
      case Part.Audio _ -> needs.put(Capability.AUDIO, "messages[].content[].input_audio");
      case Part.File _ -> needs.put(Capability.FILES, "messages[].content[].file");
      case Part.ToolResult result -> result.content().forEach(this::need);
      case Part.Text _, Part.ToolCall _, Part.Refusal _ -> {}
      case Part.Thinking _, Part.RedactedThinking _ -> {}
    }
  }

  private void needImage(String url) {
    needs.put(Capability.VISION, "messages[].content[].image_url");
    if (!url.startsWith("data:")) {
      needs.put(Capability.IMAGE_URLS, "messages[].content[].image_url.url");
    }
  }

  private void needIfUnknown(String name) {
    if (fields.has(name) && !MODELLED.contains(name) && !HINTS.contains(name)) {
      needs.putIfAbsent(Capability.VERBATIM_FIELDS, name);
    }
  }

  private List<String> hints() {
    return HINTS.stream().filter(fields::has).sorted().toList();
  }
}
