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

/** One call of {@code POST /v1/messages/count_tokens}, handed on verbatim. */
final class RelayedCount implements RelayedCall {
  private final ChatCall call;
  private Optional<FinishReason> finishReason = Optional.empty();

  RelayedCount(ChatCall call) {
    this.call = call;
  }

  @Override
  public String path() {
    return "/v1/messages/count_tokens";
  }

  @Override
  public byte[] body() {
    byte[] body = call.request().body().bytes();
    return call.request().requestModel().equals(call.model().id())
        ? body
        : JsonEdit.of(body).set("model", call.model().id()).bytes();
  }

  @Override
  public List<Event.Header> headers() {
    return call.request().upstreamHeaders();
  }

  @Override
  public Optional<Framing> framing() {
    return Optional.empty();
  }

  @Override
  public Seen read(RawEvent event) {
    JsonNode answer = event.json(call.model().providerName());
    if (!answer.path("input_tokens").isIntegralNumber()) {
      throw new ProviderException(
          Kind.BROKEN, call.model().providerName() + ": the answer has no count");
    }
    finishReason = Optional.of(FinishReason.STOP);
    return new Seen(event.bytes(), 0, true);
  }

  @Override
  public Optional<FinishReason> finishReason() {
    return finishReason;
  }

  @Override
  public String responseModel() {
    return call.model().id();
  }

  /** What is counted is not used. */
  @Override
  public Optional<Usage> usage() {
    return Optional.empty();
  }
}
