package dev.gatehouse.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ChatCall;
import java.util.Locale;

/** Completes the body of {@code streamGenerateContent}. */
final class GeminiRequest {
  /** "The model decides" (Gemini API, "Thinking"). */
  private static final int DYNAMIC_BUDGET = -1;

  private final ChatCall call;
  private final ObjectNode body;

  GeminiRequest(ChatCall call, ObjectNode body) {
    this.call = call;
    this.body = body;
  }

  void complete() {
    completeTools();
    completeGeneration();
    body.path("contents").forEach(this::restoreSignatures);
    body.set("contents", joinToolResults(body.path("contents")));
  }

  private void completeTools() {
    JsonNode declarations = body.path("tools").path(0).path("functionDeclarations");
    for (int i = 0; i < declarations.size(); i++) {
      ObjectNode declaration = (ObjectNode) declarations.path(i);
      call.request()
          .tools()
          .get(i)
          .parameters()
          .ifPresent(schema -> declaration.set("parametersJsonSchema", schema));
    }
    if (!declarations.isEmpty()) {
      completeToolChoice(body.putObject("toolConfig").putObject("functionCallingConfig"));
    }
  }

  private void completeToolChoice(ObjectNode config) {
    switch (call.request().toolChoice()) {
      case ToolChoice.Auto _ -> config.put("mode", "AUTO");
      case ToolChoice.None _ -> config.put("mode", "NONE");
      case ToolChoice.Required _ -> config.put("mode", "ANY");
      case ToolChoice.Named(var name) ->
          config.put("mode", "ANY").putArray("allowedFunctionNames").add(name);
    }
  }

  private void completeGeneration() {
    ObjectNode config = body.withObject("/generationConfig");
    GenerationOptions options = call.request().options();
    options.seed().ifPresent(seed -> config.put("seed", seed));
    options.presencePenalty().ifPresent(penalty -> config.put("presencePenalty", penalty));
    options.frequencyPenalty().ifPresent(penalty -> config.put("frequencyPenalty", penalty));
    if (call.model().capabilities().contains(Capability.THINKING)) {
      options.reasoning().ifPresent(reasoning -> think(config, reasoning));
    }
  }

  private static void think(ObjectNode config, Reasoning reasoning) {
    int budget =
        switch (reasoning) {
          case Reasoning.Off() -> 0;
          case Reasoning.On() -> DYNAMIC_BUDGET;
          case Reasoning.Budget(int tokens) -> tokens;
          case Reasoning.Effort(String level) -> budget(level);
        };
    config.putObject("thinkingConfig").put("includeThoughts", true).put("thinkingBudget", budget);
  }

  /** Google's own budgets for OpenAI's words (Gemini API, "OpenAI compatibility"). */
  private static int budget(String effort) {
    return switch (effort.toLowerCase(Locale.ROOT)) {
      case "minimal", "low" -> 1024;
      case "medium" -> 8192;
      default -> 24576;
    };
  }

  private void restoreSignatures(JsonNode content) {
    boolean first = true;
    for (JsonNode part : content.path("parts")) {
      if (part.path("functionCall") instanceof ObjectNode functionCall) {
        ThoughtSignature signature = restoreId(functionCall);
        if (!signature.signature().isEmpty()) {
          ((ObjectNode) part).put("thoughtSignature", signature.signature());
        } else if (first && signs()) {
          ((ObjectNode) part).put("thoughtSignature", ThoughtSignature.OF_ANOTHER_MODEL);
        }
        first = false;
      } else if (part.path("functionResponse") instanceof ObjectNode functionResponse) {
        restoreId(functionResponse);
      }
    }
  }

  private static ThoughtSignature restoreId(ObjectNode call) {
    ThoughtSignature signature = ThoughtSignature.of(call.path("id").asText(""));
    call.put("id", signature.id());
    return signature;
  }

  private boolean signs() {
    String id = call.model().id();
    return id.startsWith("gemini-") && !id.startsWith("gemini-1") && !id.startsWith("gemini-2");
  }

  /** The results of one turn's calls have to stand in one turn. */
  private static ArrayNode joinToolResults(JsonNode contents) {
    ArrayNode joined = Json.array();
    for (JsonNode content : contents) {
      JsonNode before = joined.path(joined.size() - 1);
      if (holdsToolResults(before) && holdsToolResults(content)) {
        ((ArrayNode) before.path("parts")).addAll((ArrayNode) content.path("parts"));
      } else {
        joined.add(content);
      }
    }
    return joined;
  }

  private static boolean holdsToolResults(JsonNode content) {
    return content.path("parts").path(0).has("functionResponse");
  }
}
