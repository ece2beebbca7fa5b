package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ResponseFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code /api/chat} and {@code /api/generate} have in common. */
final class GenerationFields {
  private static final Set<String> LEVELS = Set.of("low", "medium", "high", "max");
  private static final int MOST_LOGPROBS = 20;

  private final Fields body;
  private final OptionsDecoder options;
  private final Map<Capability, String> needs = new EnumMap<>(Capability.class);

  GenerationFields(Fields body) {
    this.body = body;
    this.options = new OptionsDecoder(body);
    needLogprobs();
    if (body.flag("_debug_render_only")) {
      throw new InvalidRequestException("_debug_render_only", "expected nothing: not served here");
    }
  }

  /** Whether the answer is wanted piece by piece; unlike elsewhere that is the default. */
  boolean stream() {
    return !body.has("stream") || body.flag("stream");
  }

  ResponseFormat format() {
    JsonNode format = body.get("format");
    if (format.isObject()) {
      needs.put(Capability.JSON_SCHEMA, "format");
      return new ResponseFormat.JsonSchema("answer", format, false);
    }
    return switch (body.optionalText("format").orElse("")) {
      case "" -> new ResponseFormat.Text();
      case "json" -> {
        needs.put(Capability.JSON_OBJECT, "format");
        yield new ResponseFormat.JsonObject();
      }
      default -> throw body.wrong("format", "\"json\" or a JSON schema");
    };
  }

  GenerationOptions options() {
    return options.decode(reasoning());
  }

  private Optional<Reasoning> reasoning() {
    JsonNode think = body.get("think");
    if (think.isMissingNode()) {
      return Optional.empty();
    }
    if (think.isBoolean() && !think.booleanValue()) {
      return Optional.of(new Reasoning.Off());
    }
    needs.put(Capability.THINKING, "think");
    if (think.isBoolean()) {
      return Optional.of(new Reasoning.On());
    }
    if (!think.isTextual() || !LEVELS.contains(think.textValue())) {
      throw body.wrong("think", "true, false, low, medium, high or max");
    }
    return Optional.of(new Reasoning.Effort(think.textValue()));
  }

  private void needLogprobs() {
    JsonNode top = body.get("top_logprobs");
    boolean inRange =
        top.isMissingNode()
            || (top.isIntegralNumber() && top.asInt(-1) >= 0 && top.asInt(-1) <= MOST_LOGPROBS);
    if (!inRange) {
      throw body.wrong("top_logprobs", "0 to " + MOST_LOGPROBS);
    }
    if (body.flag("logprobs")) {
      needVerbatim("logprobs");
    }
  }

  /** A field that only an Ollama understands. */
  void needVerbatim(String name) {
    needs.putIfAbsent(Capability.VERBATIM_FIELDS, name);
  }

  /** What messages and tools ask of a model. */
  void need(List<Message> messages, boolean tools) {
    if (tools) {
      needs.put(Capability.TOOLS, "tools");
    }
    for (Message message : messages) {
      if (message.parts().stream().anyMatch(GenerationFields::hasImage)) {
        needs.put(Capability.VISION, "images");
      }
    }
  }

  private static boolean hasImage(Part part) {
    return switch (part) {
      case Part.Image _ -> true;
      case Part.ToolResult result ->
          result.content().stream().anyMatch(Part.Image.class::isInstance);
      case Part.Text _, Part.ToolCall _, Part.Thinking _ -> false;
      case Part.RedactedThinking _, Part.Refusal _, Part.Audio _, Part.File _ -> false;
    };
  }

  Map<Capability, String> needs() {
    return needs;
  }

  /** See {@link Hints}. */
  List<String> hints(Set<String> carried) {
    return Hints.of(body, carried, options);
  }
}
