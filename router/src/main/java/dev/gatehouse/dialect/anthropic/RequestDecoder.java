package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Operation;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads a request for a message. Fields are checked as Anthropic checks them; fields that nobody
 * models become needs.
 */
final class RequestDecoder {
  private static final Set<String> MODELLED =
      Set.of(
          "model",
          "messages",
          "system",
          "tools",
          "tool_choice",
          "max_tokens",
          "temperature",
          "top_p",
          "top_k",
          "stop_sequences",
          "thinking",
          "stream",
          "output_config",
          "output_format",
          "context_management");
  private static final Set<String> HINTS =
      Set.of("metadata", "service_tier", "cache_control", "speed", "diagnostics");

  private final JsonBody body;
  private final Caller caller;
  private final Wire wire;
  private final Fields fields;
  private final Demands demands = new Demands();
  private final Thinking thinking;
  private final ToolsDecoder tools;

  RequestDecoder(JsonBody body, Caller caller, Wire wire) {
    this.body = body;
    this.caller = caller;
    this.wire = wire;
    this.fields = Fields.of(body);
    this.thinking = new Thinking(fields);
    this.tools = new ToolsDecoder(fields, demands);
  }

  ChatRequest decode() {
    String model = fields.text("model");
    GenerationOptions options = options();
    List<Message> messages = new ConversationDecoder(fields, demands).decode();
    List<ToolSpec> specs = tools.tools();
    OutputFormat format = new OutputFormat(fields, demands);
    List<Event.Header> headers = new BetaHeader(caller, demands).passedOn();
    boolean stream = !onlyCounts() && fields.flag("stream");
    demandTheRest();
    return new ChatRequest(
        wire,
        body,
        model,
        messages,
        specs,
        tools.choice(),
        format.decode(),
        options,
        stream,
        stream,
        demands.needs(),
        demands.hints(),
        headers);
  }

  /** Whether the client wants to see what the model thinks: Anthropic shows it only if asked. */
  boolean showsThinking() {
    return thinking.shown();
  }

  private boolean onlyCounts() {
    return wire.operation() == Operation.COUNT_TOKENS;
  }

  private GenerationOptions options() {
    OptionalInt limit = fields.count("max_tokens");
    if (limit.isEmpty() && !onlyCounts()) {
      throw new InvalidRequestException("max_tokens", "Field required");
    }
    thinking.requireRoomWithin(limit, BetaHeader.of(caller).contains("interleaved-thinking"));
    return new GenerationOptions(
        fields.number("temperature", 0, 1),
        fields.number("top_p", 0, 1),
        topK(),
        limit,
        stopSequences(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        1,
        thinking.reasoning(),
        tools.parallelCalls());
  }

  /** Anthropic takes 0 and less as no bound at all. */
  private OptionalInt topK() {
    OptionalLong written = fields.whole("top_k");
    return written.orElse(0) < 1
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.min(written.getAsLong(), Integer.MAX_VALUE));
  }

  private List<String> stopSequences() {
    List<String> all = new ArrayList<>();
    for (JsonNode each : fields.array("stop_sequences")) {
      if (!each.isTextual()) {
        throw fields.wrong("stop_sequences", "an array of strings");
      }
      all.add(each.textValue());
    }
    return all;
  }

  private void demandTheRest() {
    if (fields.has("context_management") && !onlyClearsThinking()) {
      demands.need(Capability.VERBATIM_FIELDS, "context_management");
    } else if (fields.has("context_management")) {
      demands.hint("context_management");
    }
    body.tree().fieldNames().forEachRemaining(this::demand);
  }

  private void demand(String name) {
    if (!fields.has(name) || MODELLED.contains(name)) {
      return;
    }
    if (HINTS.contains(name)) {
      demands.hint(name);
    } else {
      demands.need(Capability.VERBATIM_FIELDS, name);
    }
  }

  /** Old reasoning is what other vendors never get to read, so that clearing it changes nothing. */
  private boolean onlyClearsThinking() {
    Fields management = fields.object("context_management");
    for (JsonNode edit : management.array("edits")) {
      if (!edit.path("type").asText().startsWith("clear_thinking_")) {
        return false;
      }
    }
    return management.object().size() == (management.has("edits") ? 1 : 0);
  }
}
