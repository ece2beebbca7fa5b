package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.VendorWire;
import dev.gatehouse.provider.relay.Framing;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One call of {@code POST /api/chat}. */
final class OllamaWire implements VendorWire {
  private final ChatCall call;
  private final int contextTokens;
  private String responseModel = "";
  private int toolCalls;
  private Optional<FinishReason> finishReason = Optional.empty();
  private Optional<Usage> usage = Optional.empty();

  /**
   * @param contextTokens the context length to run with
   */
  OllamaWire(ChatCall call, int contextTokens) {
    this.call = call;
    this.contextTokens = contextTokens;
  }

  @Override
  public Framing framing() {
    return Framing.JSON_LINES;
  }

  @Override
  public boolean carriesImageUrls() {
    return false;
  }

  @Override
  public void completeRequest(ObjectNode body, List<ChatMessage> messages) {
    body.put("truncate", false); // else a prompt that is too long is cut without a word
    completeOptions(body);
    completeThinking(body);
    completeTools(body);
    for (int i = 0; i < messages.size(); i++) {
      completeMessage((ObjectNode) body.path("messages").path(i), messages.get(i));
    }
  }

  private void completeOptions(ObjectNode body) {
    ObjectNode sent = body.withObject("/options");
    GenerationOptions options = call.request().options();
    sent.put("num_ctx", contextTokens);
    options.seed().ifPresent(seed -> sent.put("seed", seed));
    options.presencePenalty().ifPresent(penalty -> sent.put("presence_penalty", penalty));
    options.frequencyPenalty().ifPresent(penalty -> sent.put("frequency_penalty", penalty));
  }

  private void completeThinking(ObjectNode body) {
    if (!call.model().capabilities().contains(Capability.THINKING)) {
      return;
    }
    call.request().options().reasoning().ifPresent(reasoning -> think(body, reasoning));
  }

  private static void think(ObjectNode body, Reasoning reasoning) {
    switch (reasoning) {
      case Reasoning.Off() -> body.put("think", false);
      case Reasoning.On(), Reasoning.Budget _ -> body.put("think", true);
      case Reasoning.Effort(String level) -> think(body, level);
    }
  }

  private static void think(ObjectNode body, String level) {
    switch (level.toLowerCase(Locale.ROOT)) {
      case "minimal", "low" -> body.put("think", "low");
      case "medium" -> body.put("think", "medium");
      case "high", "xhigh", "max" -> body.put("think", "high");
      default -> body.put("think", true);
    }
  }

  /** Ollama has no {@code tool_choice}: "none" is to offer no tools, and "required" is refused. */
  private void completeTools(ObjectNode body) {
    ChatRequest request = call.request();
    if (request.toolChoice() instanceof ToolChoice.None) {
      body.remove("tools");
    }
    for (int i = 0; i < body.path("tools").size(); i++) {
      ObjectNode function = (ObjectNode) body.path("tools").path(i).path("function");
      function.set(
          "parameters", request.tools().get(i).parameters().orElseGet(OllamaWire::noParameters));
    }
  }

  private static JsonNode noParameters() {
    ObjectNode schema = Json.object().put("type", "object");
    schema.putObject("properties");
    return schema;
  }

  private static void completeMessage(ObjectNode sent, ChatMessage message) {
    switch (message) {
      case AiMessage turn when turn.thinking() != null -> sent.put("thinking", turn.thinking());
      case ToolExecutionResultMessage result -> {
        sent.put("tool_name", result.toolName());
        sent.put("tool_call_id", result.id());
      }
      default -> {}
    }
  }

  @Override
  public List<ObjectNode> mendEvent(ObjectNode event) {
    if (event.has("error")) {
      throw new ProviderException(
          Kind.BROKEN, call.model().reference() + ": Ollama reported an error in its stream");
    }
    responseModel = event.path("model").asText(responseModel);
    numberToolCalls(event.path("message").path("tool_calls"));
    if (event.path("done").asBoolean(false)) {
      finishReason = Optional.of(finishReason(event.path("done_reason").asText("")));
      usage = Optional.of(usage(event));
    }
    return List.of(event);
  }

  /** LangChain4j runs calls of equal index together, and Ollama numbers all of them 0. */
  private void numberToolCalls(JsonNode calls) {
    for (JsonNode each : calls) {
      if (each.path("function") instanceof ObjectNode function) {
        function.put("index", toolCalls++);
      }
    }
  }

  private FinishReason finishReason(String doneReason) {
    if (doneReason.equals("length")) {
      return FinishReason.LENGTH;
    }
    return toolCalls > 0 ? FinishReason.TOOL_CALLS : FinishReason.STOP;
  }

  /** Counts of zero are left out by the server. */
  private static Usage usage(JsonNode event) {
    return Usage.of(
        Math.max(0, event.path("prompt_eval_count").asLong(0)),
        Math.max(0, event.path("eval_count").asLong(0)));
  }

  @Override
  public Optional<FinishReason> finishReason() {
    return finishReason;
  }

  @Override
  public String responseModel() {
    return responseModel;
  }

  @Override
  public Optional<Usage> usage() {
    return usage;
  }
}
