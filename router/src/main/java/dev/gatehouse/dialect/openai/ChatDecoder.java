package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
          "reasoning",
          "top_k",
          "parallel_tool_calls",
          "logprobs",
          "top_logprobs");
  private static final Set<String> HINTS =
      Set.of(
          "user",
          "metadata",
          "store",
          "service_tier",
          "prediction",
          "safety_identifier",
          "prompt_cache_key",
          "prompt_cache_retention");

  private final JsonBody body;
  private final Fields fields;
  private final Map<Capability, String> needs = new EnumMap<>(Capability.class);
  private final Set<String> hints = new TreeSet<>();

  ChatDecoder(JsonBody body) {
    this.body = body;
    this.fields = Fields.of(body);
  }

  ChatRequest decode() {
    String model = fields.text("model");
    List<Message> messages = messages();
    ToolDecoder toolDecoder = new ToolDecoder(fields, needs);
    List<ToolSpec> tools = toolDecoder.tools();
    ResponseFormat format = responseFormat();
    ToolChoice choice = toolDecoder.choice();
    boolean stream = fields.flag("stream");
    GenerationOptions options = new OptionsDecoder(fields).decode();
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
      messages.add(new MessageDecoder(fields.element("messages", i), needs, hints).decode());
    }
    return messages;
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
    JsonNode written = schema.get("schema");
    return new ResponseFormat.JsonSchema(
        schema.text("name"),
        written.isMissingNode() ? Json.object() : written,
        schema.flag("strict"));
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
    boolean known = MODELLED.contains(name) || HINTS.contains(name);
    if (fields.has(name) && !known && !isWithoutEffect(name)) {
      needs.putIfAbsent(Capability.VERBATIM_FIELDS, name);
    }
  }

  /** What every model gives anyway, and what says nothing. */
  private boolean isWithoutEffect(String name) {
    JsonNode value = fields.get(name);
    boolean textOnly =
        name.equals("modalities") && value.size() == 1 && value.path(0).asText("").equals("text");
    return textOnly || (value.isContainerNode() && value.isEmpty());
  }

  private List<String> hints() {
    HINTS.stream().filter(fields::has).forEach(hints::add);
    return List.copyOf(hints);
  }
}
