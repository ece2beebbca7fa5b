package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UpstreamErrors;
import dev.gatehouse.provider.relay.Framing;
import dev.gatehouse.provider.relay.RawEvent;
import dev.gatehouse.provider.relay.RelayedCall;
import java.util.Optional;
import java.util.Set;

/**
 * One call of {@code POST /responses}. Every byte of the answer is handed on.
 *
 * <p>An error that is the first thing the upstream says is thrown, so that another candidate may
 * try; one in mid-stream is the upstream's own end of the answer, and is handed on as such.
 */
public final class RelayedResponses implements RelayedCall {
  /** They say that an answer comes, and nothing of it. */
  private static final Set<String> OPENING =
      Set.of("response.created", "response.queued", "response.in_progress");

  private final String providerName;
  private final ChatCall call;
  private String responseModel = "";
  private Optional<FinishReason> finishReason = Optional.empty();
  private Optional<Usage> usage = Optional.empty();

  /** A call in the name of the provider. */
  public RelayedResponses(String providerName, ChatCall call) {
    this.providerName = providerName;
    this.call = call;
  }

  @Override
  public String path() {
    return "/responses";
  }

  @Override
  public byte[] body() {
    return ResponsesBody.of(call);
  }

  @Override
  public Optional<Framing> framing() {
    return call.request().stream() ? Optional.of(Framing.SERVER_SENT_EVENTS) : Optional.empty();
  }

  @Override
  public Seen read(RawEvent event) {
    JsonNode answer = event.json(providerName);
    return call.request().stream() ? event(event, answer) : whole(event, answer);
  }

  private Seen whole(RawEvent event, JsonNode response) {
    if (response.hasNonNull("error")) {
      throw UpstreamErrors.inAnswer(providerName);
    }
    if (!response.path("output").isArray()) {
      throw new ProviderException(Kind.BROKEN, providerName + ": the answer has no output");
    }
    note(response);
    end(response);
    return new Seen(event.bytes(), ResponsesAnswer.outputCharacters(response), true);
  }

  private Seen event(RawEvent event, JsonNode said) {
    JsonNode response = said.path("response");
    note(response);
    boolean last =
        switch (said.path("type").asText()) {
          case "response.completed", "response.incomplete" -> {
            end(response);
            yield true;
          }
          case "response.failed", "error" -> throw UpstreamErrors.inAnswer(providerName);
          default -> false;
        };
    byte[] bytes = event.bytes();
    return OPENING.contains(said.path("type").asText())
        ? Seen.opening(bytes)
        : new Seen(bytes, ResponsesAnswer.deltaCharacters(said), last);
  }

  private void note(JsonNode response) {
    responseModel = response.path("model").asText(responseModel);
    usage = ResponsesAnswer.usage(response).or(() -> usage);
  }

  private void end(JsonNode response) {
    finishReason = Optional.of(ResponsesAnswer.finishReason(response));
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
