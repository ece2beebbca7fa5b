package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Base64Floats;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UpstreamErrors;
import dev.gatehouse.provider.relay.Framing;
import dev.gatehouse.provider.relay.RawEvent;
import dev.gatehouse.provider.relay.RelayedCall;
import java.util.Optional;

/**
 * One call of {@code POST /embeddings}, handed on verbatim; save that vectors are put into base64
 * where the client asked for that and the server does not know it. OpenAI's own clients ask for it
 * unasked, and take numbers for garbage.
 */
final class RelayedEmbeddings implements RelayedCall {
  private final String providerName;
  private final byte[] body;
  private final boolean base64;
  private String responseModel = "";
  private Optional<Usage> usage = Optional.empty();
  private Optional<FinishReason> finishReason = Optional.empty();

  /**
   * @param body the request, not to be changed by anyone
   * @param base64 whether the client asked for vectors in base64
   */
  RelayedEmbeddings(String providerName, byte[] body, boolean base64) {
    this.providerName = providerName;
    this.body = body;
    this.base64 = base64;
  }

  /** The caller's own JSON with the model's name as this upstream knows it. */
  static RelayedEmbeddings verbatim(String providerName, EmbeddingsCall call) {
    JsonNode encoding = call.request().body().tree().path("encoding_format");
    return new RelayedEmbeddings(
        providerName,
        ChatBody.named(call.request(), call.model()).bytes(),
        encoding.asText("").equals("base64"));
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
    boolean numbers = answer.path("data").path(0).path("embedding").isArray();
    return new Seen(base64 && numbers ? inBase64(answer) : event.bytes(), 0, true);
  }

  private byte[] inBase64(JsonNode answer) {
    for (JsonNode entry : answer.path("data")) {
      float[] vector = VectorReader.read(entry.path("embedding")).orElseThrow(this::noVector);
      ((ObjectNode) entry).put("embedding", Base64Floats.write(vector));
    }
    return Json.write(answer);
  }

  private ProviderException noVector() {
    return new ProviderException(Kind.BROKEN, providerName + ": a vector is none");
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
