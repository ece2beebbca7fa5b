package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads a completion request. Where it is not relayed, the prompt becomes a user's turn, as it does
 * with every server that has chat models only.
 */
final class CompletionDecoder {
  /** What OpenAI takes where the request sets no limit (API reference, {@code max_tokens}). */
  private static final int DEFAULT_MAX_TOKENS = 16;

  private static final Set<String> MODELLED =
      Set.of(
          "model",
          "prompt",
          "stream",
          "stream_options",
          "temperature",
          "top_p",
          "top_k",
          "max_tokens",
          "stop",
          "seed",
          "presence_penalty",
          "frequency_penalty",
          "n");
  private static final Set<String> HINTS = Set.of("user");

  private final JsonBody body;
  private final Fields fields;
  private final Map<Capability, String> needs = new EnumMap<>(Capability.class);

  CompletionDecoder(JsonBody body) {
    this.body = body;
    this.fields = Fields.of(body);
  }

  ChatRequest decode() {
    GenerationOptions options =
        new OptionsDecoder(fields)
            .decode(OptionalInt.of(fields.count("max_tokens").orElse(DEFAULT_MAX_TOKENS)))
            .withChoices(generated());
    Message prompt = new Message(Role.USER, List.of(new Part.Text(prompt())), Optional.empty());
    boolean stream = fields.flag("stream");
    return new ChatRequest(
        Wire.OPENAI_COMPLETIONS,
        body,
        fields.text("model"),
        List.of(prompt),
        List.of(),
        new ToolChoice.Auto(),
        new ResponseFormat.Text(),
        options,
        stream,
        stream && streamUsage(),
        needs(),
        HINTS.stream().filter(fields::has).toList());
  }

  /** How many texts are generated and paid for: for each prompt the best of so many. */
  private int generated() {
    int each = Math.max(fields.count("n").orElse(1), fields.count("best_of").orElse(1));
    if (each > OptionsDecoder.MOST_CHOICES) {
      throw fields.wrong("best_of", "1 to " + OptionsDecoder.MOST_CHOICES);
    }
    JsonNode prompt = fields.get("prompt");
    boolean several = prompt.isArray() && !prompt.path(0).isNumber();
    return each * (several ? Math.max(1, prompt.size()) : 1);
  }

  /** Several prompts at once, and prompts in tokens, only a relay can carry. */
  private String prompt() {
    JsonNode prompt = fields.get("prompt");
    if (prompt.isTextual()) {
      return prompt.textValue();
    }
    if (!prompt.isArray() || prompt.isEmpty()) {
      throw fields.wrong("prompt", "a string or an array");
    }
    if (prompt.size() > 1 || !prompt.path(0).isTextual()) {
      needs.put(Capability.VERBATIM_FIELDS, "prompt");
      return "";
    }
    return prompt.path(0).textValue();
  }

  private boolean streamUsage() {
    return fields.has("stream_options") && fields.object("stream_options").flag("include_usage");
  }

  private Map<Capability, String> needs() {
    if (fields.count("n").orElse(1) > 1) {
      needs.put(Capability.MULTIPLE_CHOICES, "n");
    }
    body.tree().fieldNames().forEachRemaining(this::needIfUnknown);
    return needs;
  }

  private void needIfUnknown(String name) {
    if (!fields.has(name) || MODELLED.contains(name) || HINTS.contains(name)) {
      return;
    }
    if (name.equals("logprobs")) {
      needs.put(Capability.LOGPROBS, name);
    } else if (!asUsual(name)) {
      needs.putIfAbsent(Capability.VERBATIM_FIELDS, name);
    }
  }

  /** Values that ask for nothing. */
  private boolean asUsual(String name) {
    JsonNode value = fields.get(name);
    return switch (name) {
      case "echo" -> value.isBoolean() && !value.booleanValue();
      case "best_of" -> value.isInt() && value.intValue() == 1;
      case "suffix" -> value.isTextual() && value.textValue().isEmpty();
      default -> false;
    };
  }
}
