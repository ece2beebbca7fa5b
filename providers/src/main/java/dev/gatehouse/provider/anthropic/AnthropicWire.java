package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.VendorWire;
import dev.gatehouse.provider.relay.Framing;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One call of {@code POST /v1/messages}. */
final class AnthropicWire implements VendorWire {
  private static final int SMALLEST_THINKING_BUDGET = 1024;

  private final ChatCall call;
  private final ObjectNode counts = Json.object();
  private String responseModel = "";
  private Optional<FinishReason> finishReason = Optional.empty();

  AnthropicWire(ChatCall call) {
    this.call = call;
  }

  @Override
  public Framing framing() {
    return Framing.SERVER_SENT_EVENTS;
  }

  @Override
  public boolean carriesImageUrls() {
    return true;
  }

  @Override
  public void completeRequest(ObjectNode body, List<ChatMessage> messages) {
    ChatRequest request = call.request();
    for (int i = 0; i < body.path("tools").size(); i++) {
      ObjectNode tool = (ObjectNode) body.path("tools").path(i);
      request.tools().get(i).parameters().ifPresent(schema -> tool.set("input_schema", schema));
    }
    if (!request.tools().isEmpty()) {
      completeToolChoice(body, request.toolChoice());
    }
    completeThinking(body, messages.getLast());
  }

  private static void completeToolChoice(ObjectNode body, ToolChoice choice) {
    switch (choice) {
      case ToolChoice.Auto _ -> {}
      case ToolChoice.None _ -> body.putObject("tool_choice").put("type", "none");
      case ToolChoice.Required _ -> body.putObject("tool_choice").put("type", "any");
      case ToolChoice.Named(var name) ->
          body.putObject("tool_choice").put("type", "tool").put("name", name);
    }
  }

  /**
   * Within a tool loop Anthropic wants the signed reasoning of the turn before, which our clients
   * do not keep: there the model answers without.
   */
  private void completeThinking(ObjectNode body, ChatMessage last) {
    if (!call.model().capabilities().contains(Capability.THINKING)
        || last instanceof ToolExecutionResultMessage) {
      return;
    }
    int longest = body.path("max_tokens").asInt() - 1;
    int budget =
        Math.min(
            longest, call.request().options().reasoning().map(AnthropicWire::budget).orElse(0));
    if (budget >= SMALLEST_THINKING_BUDGET) {
      body.putObject("thinking").put("type", "enabled").put("budget_tokens", budget);
    }
  }

  private static int budget(Reasoning reasoning) {
    return switch (reasoning) {
      case Reasoning.Off() -> 0;
      case Reasoning.On() -> budget("medium");
      case Reasoning.Budget(int tokens) -> tokens;
      case Reasoning.Effort(String level) -> budget(level);
    };
  }

  private static int budget(String effort) {
    return switch (effort.toLowerCase(Locale.ROOT)) {
      case "minimal", "low" -> SMALLEST_THINKING_BUDGET;
      case "medium" -> 4096;
      default -> 16384;
    };
  }

  @Override
  public List<ObjectNode> mendEvent(ObjectNode event) {
    switch (event.path("type").asText("")) {
      case "error" -> throw failure(event.path("error").path("type").asText(""));
      case "message_start" -> {
        responseModel = event.path("message").path("model").asText("");
        count(event.path("message").path("usage"));
      }
      case "message_delta" -> {
        count(event.path("usage"));
        JsonNode word = event.path("delta").path("stop_reason");
        if (word.isTextual()) {
          finishReason = Optional.of(finishReason(word.textValue()));
        }
      }
      default -> {}
    }
    return List.of(event);
  }

  private ProviderException failure(String type) {
    Kind kind =
        switch (type) {
          case "overloaded_error", "rate_limit_error" -> Kind.BUSY;
          case "timeout_error" -> Kind.TIMEOUT;
          case "invalid_request_error", "request_too_large" -> Kind.REJECTED;
          default -> Kind.FAILED;
        };
    return new ProviderException(
        kind, call.model().reference() + ": Anthropic reported an error in its stream");
  }

  private static FinishReason finishReason(String word) {
    return switch (word) {
      case "tool_use" -> FinishReason.TOOL_CALLS;
      case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
      case "refusal" -> FinishReason.CONTENT_FILTER;
      default -> FinishReason.STOP;
    };
  }

  private void count(JsonNode usage) {
    if (usage instanceof ObjectNode object) {
      object.properties().stream()
          .filter(entry -> !entry.getValue().isNull())
          .forEach(entry -> counts.set(entry.getKey(), entry.getValue()));
    }
  }

  @Override
  public Optional<FinishReason> finishReason() {
    return finishReason;
  }

  @Override
  public String responseModel() {
    return responseModel;
  }

  /** Anthropic counts cached tokens beside the input; we count them in it. */
  @Override
  public Optional<Usage> usage() {
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    long read = counts.path("cache_read_input_tokens").asLong(0);
    long created = counts.path("cache_creation_input_tokens").asLong(0);
    return Optional.of(
        new Usage(
            counts.path("input_tokens").asLong(0) + read + created,
            counts.path("output_tokens").asLong(0),
            read,
            created,
            counts.path("output_tokens_details").path("thinking_tokens").asLong(0)));
  }
}
