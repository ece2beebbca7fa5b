package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.UpstreamErrors;
import dev.gatehouse.provider.langchain.VendorWire;
import dev.gatehouse.provider.relay.Framing;
import dev.langchain4j.data.message.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call of {@code POST /chat/completions} that came in over another wire. */
final class OpenAiWire implements VendorWire {
  private final String providerName;
  private final ChatCall call;
  private final ServerProfile server;
  private final ToolCallPieces toolCalls = new ToolCallPieces();
  private List<Event> beside = List.of();
  private String responseModel = "";
  private Optional<FinishReason> finishReason = Optional.empty();
  private Optional<Usage> usage = Optional.empty();

  OpenAiWire(String providerName, ChatCall call, ServerProfile server) {
    this.providerName = providerName;
    this.call = call;
    this.server = server;
  }

  @Override
  public Framing framing() {
    return Framing.SERVER_SENT_EVENTS;
  }

  @Override
  public boolean writesRequest() {
    return true;
  }

  @Override
  public void completeRequest(ObjectNode body, List<ChatMessage> standIn) {
    new TranslatedBody(providerName, call, server, body).complete();
  }

  @Override
  public boolean isEndMark(byte[] data) {
    return AnswerReader.isDone(data);
  }

  @Override
  public List<ObjectNode> mendEvent(ObjectNode event) {
    if (event.hasNonNull("error")) {
      throw UpstreamErrors.inAnswer(providerName);
    }
    responseModel = event.path("model").asText(responseModel);
    usage = OpenAiUsage.read(event).or(() -> usage);
    Optional<FinishReason> end = AnswerReader.finishReason(event);
    finishReason = end.or(() -> finishReason);
    JsonNode delta = event.path("choices").path(0).path("delta");
    String refusal = DeltaReader.refusal(delta);
    beside = refusal.isEmpty() ? List.of() : List.of(new Event.RefusalDelta(0, refusal));
    return pieces(delta, end.isPresent());
  }

  /** LangChain4j reads text before reasoning, and fails on what it does not know. */
  private List<ObjectNode> pieces(JsonNode delta, boolean last) {
    List<ObjectNode> pieces = new ArrayList<>();
    String thinking = DeltaReader.thinking(delta);
    if (!thinking.isEmpty()) {
      pieces.add(chunk(Json.object().put("reasoning_content", thinking)));
    }
    String text = DeltaReader.text(delta);
    if (!text.isEmpty()) {
      pieces.add(chunk(Json.object().put("content", text)));
    }
    List<ObjectNode> calls = new ArrayList<>(toolCalls.read(delta.path("tool_calls")));
    if (last) {
      calls.addAll(toolCalls.rest());
    }
    if (!calls.isEmpty()) {
      ObjectNode called = Json.object();
      called.putArray("tool_calls").addAll(calls);
      pieces.add(chunk(called));
    }
    return pieces;
  }

  private static ObjectNode chunk(ObjectNode delta) {
    ObjectNode chunk = Json.object();
    chunk.putArray("choices").addObject().put("index", 0).set("delta", delta);
    return chunk;
  }

  @Override
  public List<Event> eventsBeside() {
    return beside;
  }

  /** Some servers end with {@code stop} though the model called tools. */
  @Override
  public Optional<FinishReason> finishReason() {
    return finishReason.map(
        reason ->
            reason == FinishReason.STOP && toolCalls.any() ? FinishReason.TOOL_CALLS : reason);
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
