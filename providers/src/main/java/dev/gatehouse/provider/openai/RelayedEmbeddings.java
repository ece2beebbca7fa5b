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
  private final EmbeddingsCall call;
  private String responseModel = "";
  private Optional<Usage> usage = Optional.empty();
  private Optional<FinishReason> finishReason = Optional.empty();

  RelayedEmbeddings(String providerName, EmbeddingsCall call) {
    this.providerName = providerName;
    this.call = call;
  }

  @Override
  public String path() {
    return "/embeddings";
  }

  @Override
  public byte[] body() {
    return ChatBody.named(call.request(), call.model()).bytes();
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
