package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UpstreamErrors;
import dev.gatehouse.provider.relay.Framing;
import dev.gatehouse.provider.relay.RawEvent;
import dev.gatehouse.provider.relay.RelayedCall;
import java.util.Optional;

/** One call of {@code POST /embeddings}, handed on verbatim. */
final class RelayedEmbeddings implements RelayedCall {
  private final String providerName;
  private final byte[] body;
  private String responseModel = "";
  private Optional<Usage> usage = Optional.empty();
  private Optional<FinishReason> finishReason = Optional.empty();

  /**
   * @param body the request, not to be changed by anyone
   */
  RelayedEmbeddings(String providerName, byte[] body) {
    this.providerName = providerName;
    this.body = body;
  }

  /** The caller's own JSON with the model's name as this upstream knows it. */
  static RelayedEmbeddings verbatim(String providerName, EmbeddingsCall call) {
    return new RelayedEmbeddings(
        providerName, ChatBody.named(call.request(), call.model()).bytes());
  }

  @Override
  public String path() {
    return "/embeddings";
  }

  @Override
  public byte[] body() {
    return body;
  }

  @Override
  public Optional<Framing> framing() {
    return Optional.empty();
  }

  @Override
  public Seen read(RawEvent event) {
    JsonNode answer = event.json(providerName);
    if (answer.hasNonNull("error")) {
      throw UpstreamErrors.inAnswer(providerName);
    }
    if (!answer.path("data").isArray()) {
      throw new ProviderException(Kind.BROKEN, providerName + ": the answer has no vectors");
    }
    responseModel = answer.path("model").asText("");
    usage = OpenAiUsage.ofEmbeddings(answer);
    finishReason = Optional.of(FinishReason.STOP);
    return new Seen(event.bytes(), 0, true);
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
