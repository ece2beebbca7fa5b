package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a request whose input is expanded. Fields are checked as OpenAI checks them; fields that
 * nobody models become needs.
 */
final class RequestDecoder {
  private static final Set<String> MODELLED =
      Set.of(
          "model",
          "input",
          "instructions",
          "tools",
          "tool_choice",
          "text",
          "max_output_tokens",
          "temperature",
          "top_p",
          "reasoning",
          "parallel_tool_calls",
          "truncation",
          "metadata",
          "store",
          "previous_response_id",
          "background",
          "include",
          "stream",
          "stream_options",
          "top_logprobs");
  private static final Set<String> HINTS =
      Set.of(
          "user",
          "service_tier",
          "safety_identifier",
          "prompt_cache_key",
          "prompt_cache_retention",
          "prompt_cache_options",
          "client_metadata");
  private static final Set<String> REFUSED = Set.of("background", "conversation", "prompt");

  /**
   * What of {@code include} is true of any answer: reasoning comes with its proof, and what tools
   * of OpenAI's give besides is asked for in vain where there are none.
   */
  private static final Set<String> INCLUDED =
      Set.of(
          "reasoning.encrypted_content",
          "file_search_call.results",
          "web_search_call.results",
          "web_search_call.action.sources",
          "message.input_image.image_url",
          "computer_call_output.output.image_url",
          "code_interpreter_call.outputs");

  /** OpenAI's own least. */
  private static final int LEAST_OUTPUT_TOKENS = 16;

  private static final int MOST_LOGPROBS = 20;

  private final JsonBody body;
  private final Fields fields;
  private final Map<Capability, String> needs = new EnumMap<>(Capability.class);
  private final Set<String> hints = new TreeSet<>();

  /**
   * @param body with expanded input
   */
  RequestDecoder(JsonBody body) {
    this.body = body;
    this.fields = new Fields(body.tree(), "");
  }

  /**
   * Refuses what can be refused before anything is looked up: a request without a model, and what
   * this gateway does for nobody.
   *
   * @throws ApiException 400 naming the field
   */
  static void requireSupported(Fields request) {
    request.text("model");
    for (String name : REFUSED) {
      JsonNode value = request.get(name);
      if (!value.isMissingNode() && !(value.isBoolean() && !value.booleanValue())) {
        throw new ApiException(
            new ApiError(
                400,
                Optional.of("unsupported_parameter"),
                Optional.of(name),
                name + ": not supported here; leave it out"));
      }
    }
  }

  ChatRequest decode(List<Fields> items) {
    String model = fields.text("model");
    List<Message> messages =
        new InputDecoder(needs, hints).decode(fields.optionalText("instructions"), items);
    ToolDecoder toolDecoder = new ToolDecoder(fields, needs);
    List<ToolSpec> tools = toolDecoder.tools();
    ToolChoice choice = toolDecoder.choice();
    ResponseFormat format = fields.has("text") ? text(fields.object("text")) : plain();
    GenerationOptions options = options();
    boolean stream = fields.flag("stream");
    checkTheRest();
    return new ChatRequest(
        Wire.OPENAI_RESPONSES,
        body,
        model,
        messages,
        tools,
        choice,
        format,
        options,
        stream,
        stream,
        needs,
        List.copyOf(hints));
  }

  private static ResponseFormat plain() {
    return new ResponseFormat.Text();
  }

  private ResponseFormat text(Fields text) {
    if (text.has("verbosity")) {
      hints.add("text.verbosity");
    }
    if (!text.has("format")) {
      return plain();
    }
    Fields format = text.object("format");
    return switch (format.text("type")) {
      case "text" -> plain();
      case "json_object" -> {
        needs.put(Capability.JSON_OBJECT, format.path());
        yield new ResponseFormat.JsonObject();
      }
      case "json_schema" -> {
        needs.put(Capability.JSON_SCHEMA, format.path());
        yield new ResponseFormat.JsonSchema(
            format.text("name"), format.object("schema").object(), format.flag("strict"));
      }
      default -> throw format.wrong("type", "text, json_object or json_schema");
    };
  }

  private GenerationOptions options() {
    return new GenerationOptions(
        fields.number("temperature", 0, 2),
        fields.number("top_p", 0, 1),
        OptionalInt.empty(),
        maxOutputTokens(),
        List.of(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        1,
        fields.has("reasoning") ? reasoning(fields.object("reasoning")) : Optional.empty(),
        fields.has("parallel_tool_calls")
            ? Optional.of(fields.flag("parallel_tool_calls"))
            : Optional.empty());
  }

  private OptionalInt maxOutputTokens() {
    OptionalInt limit = fields.count("max_output_tokens");
    if (limit.orElse(LEAST_OUTPUT_TOKENS) < LEAST_OUTPUT_TOKENS) {
      throw fields.wrong(
          "max_output_tokens", "a whole number of " + LEAST_OUTPUT_TOKENS + " or more");
    }
    return limit;
  }

  private Optional<Reasoning> reasoning(Fields reasoning) {
    reasoning
        .object()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (reasoning.has(name)
                  && !Set.of("effort", "summary", "generate_summary").contains(name)) {
                onlyRelayed(reasoning.path() + "." + name);
              }
            });
    return reasoning
        .optionalText("effort")
        .map(level -> level.equals("none") ? new Reasoning.Off() : new Reasoning.Effort(level));
  }

  private void checkTheRest() {
    fields.flag("store");
    if (fields.has("metadata")) {
      fields.object("metadata");
    }
    if (fields.has("stream_options")) {
      fields.object("stream_options");
    }
    truncation();
    logprobs();
    body.tree().fieldNames().forEachRemaining(this::noteUnmodelled);
  }

  /** {@code auto} lets OpenAI cut a conversation silently, which nobody else shall do. */
  private void truncation() {
    switch (fields.optionalText("truncation").orElse("disabled")) {
      case "disabled" -> {}
      case "auto" -> onlyRelayed("truncation");
      default -> throw fields.wrong("truncation", "auto or disabled");
    }
  }

  private void logprobs() {
    long count = fields.whole("top_logprobs").orElse(0);
    if (count < 0 || count > MOST_LOGPROBS) {
      throw fields.wrong("top_logprobs", "0 to " + MOST_LOGPROBS);
    }
    if (count > 0) {
      onlyRelayed("top_logprobs");
    }
    for (JsonNode each : fields.array("include")) {
      if (!INCLUDED.contains(each.asText())) {
        onlyRelayed("include");
      }
    }
  }

  private void noteUnmodelled(String name) {
    if (!fields.has(name) || MODELLED.contains(name)) {
      return;
    }
    if (HINTS.contains(name)) {
      hints.add(name);
    } else if (!REFUSED.contains(name)) {
      onlyRelayed(name);
    }
  }

  private void onlyRelayed(String field) {
    needs.putIfAbsent(Capability.VERBATIM_FIELDS, field);
  }
}
