package dev.gatehouse.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.relay.Framing;
import dev.gatehouse.provider.relay.RawEvent;
import dev.gatehouse.provider.relay.RelayedCall;
import java.util.List;
import java.util.Optional;

/** One call of {@code POST /v1beta/models/MODEL:batchEmbedContents}. Gemini tells no usage. */
final class EmbeddingBatch implements RelayedCall {
  private final EmbeddingsCall call;
  private final List<String> texts;
  private JsonNode answer = MissingNode.getInstance();

  EmbeddingBatch(EmbeddingsCall call, List<String> texts) {
    this.call = call;
    this.texts = List.copyOf(texts);
  }

  /** The vectors that came, each an object with {@code values}. */
  JsonNode vectors() {
    return answer.path("embeddings");
  }

  @Override
  public String path() {
    return "/v1beta/models/" + call.model().id() + ":batchEmbedContents";
  }

  @Override
  public byte[] body() {
    ObjectNode body = Json.object();
    ArrayNode requests = body.putArray("requests");
    for (String text : texts) {
      ObjectNode request = requests.addObject().put("model", "models/" + call.model().id());
      request.putObject("content").putArray("parts").addObject().put("text", text);
      call.request()
          .dimensions()
          .ifPresent(dimensions -> request.put("outputDimensionality", dimensions));
    }
    return Json.write(body);
  }

  @Override
  public Optional<Framing> framing() {
    return Optional.empty();
  }

  @Override
  public Seen read(RawEvent event) {
    answer = event.json(call.model().providerName());
    return new Seen(event.bytes(), 0, true);
  }

  @Override
  public Optional<FinishReason> finishReason() {
    return Optional.of(FinishReason.STOP);
  }

  @Override
  public String responseModel() {
    return call.model().id();
  }

  @Override
  public Optional<Usage> usage() {
    return Optional.empty();
  }
}
