package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.JsonEdit;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.relay.Framing;
import dev.gatehouse.provider.relay.RawEvent;
import dev.gatehouse.provider.relay.RelayedCall;
import java.util.List;
import java.util.Optional;

/** One call of {@code POST /v1/messages}, handed on verbatim but for the model's name. */
final class RelayedMessage implements RelayedCall {
  private final String providerName;
  private final ChatCall call;
  private final AnthropicUsage usage = new AnthropicUsage();
  private String responseModel = "";
  private Optional<FinishReason> told = Optional.empty();
  private boolean ended;

  RelayedMessage(ChatCall call) {
    this.providerName = call.model().providerName();
    this.call = call;
  }

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public byte[] body() {
    byte[] caller = call.request().body().bytes();
    return call.request().requestModel().equals(call.model().id())
        ? caller
        : JsonEdit.of(caller).set("model", call.model().id()).bytes();
  }

  /** What the caller chose of Anthropic's beta features. */
  @Override
  public List<Event.Header> headers() {
    return call.request().upstreamHeaders();
  }

  @Override
  public Optional<Framing> framing() {
    return call.request().stream() ? Optional.of(Framing.SERVER_SENT_EVENTS) : Optional.empty();
  }

  @Override
  public Seen read(RawEvent event) {
    JsonNode json = event.json(providerName);
    return call.request().stream() ? streamed(event, json) : whole(event, json);
  }

  private Seen streamed(RawEvent event, JsonNode json) {
    switch (json.path("type").asText("")) {
      case "error" -> throw StreamError.of(providerName, json);
      case "message_start" -> noteMessage(json.path("message"));
      case "message_delta" -> {
        usage.note(json.path("usage"));
        noteEnd(json.path("delta"));
      }
      default -> {}
    }
    String type = json.path("type").asText("");
    if (type.equals("message_start") || type.equals("ping")) {
      return Seen.opening(event.bytes());
    }
    ended = type.equals("message_stop");
    return new Seen(event.bytes(), characters(json.path("delta")), ended);
  }

  private Seen whole(RawEvent event, JsonNode message) {
    if (!message.path("content").isArray()) {
      throw new ProviderException(Kind.BROKEN, providerName + ": the answer has no content");
    }
    noteMessage(message);
    told = told.or(() -> Optional.of(FinishReason.STOP));
    ended = true;
    int characters = 0;
    for (JsonNode block : message.path("content")) {
      characters += characters(block);
    }
    return new Seen(event.bytes(), characters, true);
  }

  private void noteMessage(JsonNode message) {
    responseModel = message.path("model").asText("");
    usage.note(message.path("usage"));
    noteEnd(message);
  }

  private void noteEnd(JsonNode holder) {
    JsonNode word = holder.path("stop_reason");
    if (word.isTextual()) {
      told = Optional.of(StopReason.finishReason(word.textValue()));
    }
  }

  private static int characters(JsonNode piece) {
    JsonNode input = piece.path("input");
    return piece.path("text").asText("").length()
        + piece.path("thinking").asText("").length()
        + piece.path("partial_json").asText("").length()
        + (input.isObject() ? input.toString().length() : 0);
  }

  /** A stream that told why it ends, and then broke off before its end mark, has not ended. */
  @Override
  public Optional<FinishReason> finishReason() {
    return ended ? told : Optional.empty();
  }

  @Override
  public String responseModel() {
    return responseModel;
  }

  @Override
  public Optional<Usage> usage() {
    return usage.usage();
  }
}
