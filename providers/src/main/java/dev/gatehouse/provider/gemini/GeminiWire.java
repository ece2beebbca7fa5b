package dev.gatehouse.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Answer;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.VendorWire;
import dev.gatehouse.provider.relay.Framing;
import dev.langchain4j.data.message.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One call of {@code POST /v1beta/models/MODEL:streamGenerateContent?alt=sse}. */
final class GeminiWire implements VendorWire {
  private final ChatCall call;
  private String responseModel = "";
  private int calls;
  private Optional<FinishReason> finishReason = Optional.empty();
  private Optional<Usage> usage = Optional.empty();

  GeminiWire(ChatCall call) {
    this.call = call;
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
  public void completeRequest(ObjectNode body, List<ChatMessage> messages) {
    new GeminiRequest(call).write(body);
  }

  /**
   * One event a part: of several parts in one event LangChain4j would join the texts with blank
   * lines, and lose the order of texts and thoughts. The reason for the end is taken out, because
   * LangChain4j cannot read the newer ones.
   */
  @Override
  public List<ObjectNode> mendEvent(ObjectNode event) {
    if (event.has("error")) {
      throw failure(event);
    }
    responseModel = event.path("modelVersion").asText(responseModel);
    if (event.path("usageMetadata").isObject()) {
      usage = Optional.of(GeminiUsage.read(event.path("usageMetadata")));
    }
    JsonNode candidate = event.path("candidates").path(0);
    List<ObjectNode> parts = new ArrayList<>();
    for (JsonNode part : candidate.path("content").path("parts")) {
      if (part.path("functionCall") instanceof ObjectNode functionCall) {
        sign(functionCall, part.path("thoughtSignature").asText(""));
      }
      if (wanted(part)) {
        parts.add(eventOf(part));
      }
    }
    readEnd(event, candidate);
    return parts;
  }

  private static ObjectNode eventOf(JsonNode part) {
    ObjectNode event = Json.object();
    ObjectNode content = event.putArray("candidates").addObject().putObject("content");
    content.put("role", "model");
    content.putArray("parts").add(part);
    return event;
  }

  /** Gemini cannot be told to call one tool at a time; where a client wants that, it gets one. */
  private boolean wanted(JsonNode part) {
    boolean parallel = call.request().options().parallelToolCalls().orElse(true);
    return !part.has("functionCall") || parallel || calls == 1;
  }

  private void sign(ObjectNode functionCall, String signature) {
    calls++;
    String id = functionCall.path("id").asText("");
    functionCall.withObject("/args"); // which Gemini leaves out where there are none
    functionCall.put("id", new ThoughtSignature(id.isEmpty() ? newId() : id, signature).packed());
  }

  private static String newId() {
    return "call_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
  }

  private ProviderException failure(ObjectNode event) {
    int status = event.path("error").path("code").asInt(500);
    Kind kind =
        switch (status) {
          case 429, 503 -> Kind.BUSY;
          case 400 -> Kind.REJECTED;
          case 504 -> Kind.TIMEOUT;
          default -> Kind.FAILED;
        };
    return new ProviderException(
        kind,
        call.model().providerName() + " reported an error in its answer",
        Optional.of(new Answer(status, "application/json", Json.write(event), List.of())));
  }

  private void readEnd(JsonNode event, JsonNode candidate) {
    if (event.path("promptFeedback").hasNonNull("blockReason")) {
      finishReason = Optional.of(FinishReason.CONTENT_FILTER);
    }
    if (candidate.path("finishReason").isTextual()) {
      finishReason = Optional.of(finishReason(candidate.path("finishReason").textValue()));
    }
  }

  private FinishReason finishReason(String word) {
    return switch (word) {
      case "STOP" -> calls > 0 ? FinishReason.TOOL_CALLS : FinishReason.STOP;
      case "MAX_TOKENS" -> FinishReason.LENGTH;
      case "SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII" ->
          FinishReason.CONTENT_FILTER;
      case "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION" ->
          FinishReason.CONTENT_FILTER;
      default ->
          throw new ProviderException(
              Kind.BROKEN, call.model().reference() + ": Gemini gave up the answer");
    };
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
