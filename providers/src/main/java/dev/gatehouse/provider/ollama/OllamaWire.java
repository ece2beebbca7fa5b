package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.VendorWire;
import dev.gatehouse.provider.relay.Framing;
import dev.langchain4j.data.message.ChatMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One call of {@code POST /api/chat}. An answer that is not what was asked for fails before its
 * end: one whose prompt was cut, one that does not follow its schema.
 */
final class OllamaWire implements VendorWire {
  private final OllamaRequest request;
  private final AnswerForm form;
  private String responseModel = "";
  private int toolCalls;
  private Optional<FinishReason> finishReason = Optional.empty();
  private Optional<JsonNode> lastLine = Optional.empty();

  OllamaWire(OllamaRequest request) {
    this.request = request;
    this.form = AnswerForm.of(request);
  }

  @Override
  public Framing framing() {
    return Framing.JSON_LINES;
  }

  @Override
  public Optional<Duration> patience() {
    return Optional.of(request.attempt().patience());
  }

  @Override
  public void completeRequest(ObjectNode body, List<ChatMessage> messages) {
    request.complete(body, messages);
  }

  @Override
  public List<ObjectNode> mendEvent(ObjectNode event) {
    if (event.has("error")) {
      throw broken("Ollama reported an error in its stream");
    }
    responseModel = event.path("model").asText(responseModel);
    form.note(event);
    return event.path("done").asBoolean(false) ? last(event) : piece(event);
  }

  private ProviderException broken(String why) {
    return new ProviderException(Kind.BROKEN, request.attempt().call().reference() + ": " + why);
  }

  private List<ObjectNode> piece(ObjectNode event) {
    numberToolCalls(event.path("message").path("tool_calls"));
    return List.of(event);
  }

  private List<ObjectNode> last(ObjectNode event) {
    refuseCutPrompt(event);
    String reason = event.path("done_reason").asText("");
    if (reason.equals("load") || reason.equals("unload")) {
      throw broken("the model was only " + reason + "ed");
    }
    boolean whole = !reason.equals("length");
    ObjectNode message = event.withObject("/message");
    message.putIfAbsent("content", TextNode.valueOf("")); // LangChain4j's need
    if (whole) {
      complete(message);
    }
    numberToolCalls(message.path("tool_calls"));
    finishReason = Optional.of(finishReason(whole));
    lastLine = Optional.of(event);
    return List.of(event);
  }

  private void complete(ObjectNode message) {
    if (!form.kept()) {
      throw broken("the answer does not have the form that was asked for");
    }
    form.forcedCall().ifPresent(call -> message.putArray("tool_calls").add(call));
  }

  private void refuseCutPrompt(JsonNode event) {
    long counted = OllamaCounts.promptTokens(event);
    if (request.attempt().wasCut(counted)) {
      throw broken("the prompt was cut to " + counted + " tokens");
    }
  }

  /**
   * LangChain4j runs calls of equal index together, and Ollama numbers all of them 0. Where the
   * client takes one call a turn, the model makes the others in later turns.
   */
  private void numberToolCalls(JsonNode calls) {
    boolean oneOnly = !request.request().options().parallelToolCalls().orElse(true);
    while (oneOnly && calls instanceof ArrayNode all && toolCalls + all.size() > 1) {
      all.remove(all.size() - 1);
    }
    for (JsonNode each : calls) {
      if (each.path("function") instanceof ObjectNode function) {
        function.put("index", toolCalls++);
      }
    }
  }

  private FinishReason finishReason(boolean whole) {
    if (!whole) {
      return FinishReason.LENGTH;
    }
    return toolCalls > 0 ? FinishReason.TOOL_CALLS : FinishReason.STOP;
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
    return lastLine.map(OllamaCounts::usage);
  }

  /** The last line of an answer that ended; an empty object before. */
  JsonNode lastLine() {
    return lastLine.orElseGet(Json::object);
  }
}
