package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.relay.Framing;
import dev.gatehouse.provider.relay.RawEvent;
import dev.gatehouse.provider.relay.RelayedCall;
import java.time.Duration;
import java.util.Optional;

/**
 * One call of {@code POST /api/embed}, or of {@code /api/embeddings} for a client that speaks it:
 * the caller's own JSON where it is Ollama's, else the texts. A text that is too long is refused
 * and not cut.
 */
final class RelayedEmbedding implements RelayedCall {
  private final OllamaAttempt attempt;
  private final EmbeddingsRequest request;
  private JsonNode answer = Json.object();

  RelayedEmbedding(OllamaAttempt attempt, EmbeddingsRequest request) {
    this.attempt = attempt;
    this.request = request;
  }

  @Override
  public String path() {
    return isLegacy() ? "/api/embeddings" : "/api/embed";
  }

  private boolean isLegacy() {
    return request.wire() == Wire.OLLAMA_EMBEDDINGS;
  }

  @Override
  public byte[] body() {
    return OllamaCall.isOllamas(request.wire())
        ? OllamaBody.of(attempt).bytes()
        : Json.write(translated());
  }

  private ObjectNode translated() {
    ObjectNode body = Json.object().put("model", attempt.call().model().name());
    ArrayNode input = body.putArray("input");
    request.inputs().forEach(input::add);
    request.dimensions().ifPresent(dimensions -> body.put("dimensions", dimensions));
    body.put("truncate", false);
    body.putObject("options").put("num_ctx", attempt.contextTokens());
    return body;
  }

  @Override
  public Optional<Framing> framing() {
    return Optional.empty();
  }

  @Override
  public Optional<Duration> patience() {
    return Optional.of(attempt.patience());
  }

  @Override
  public Seen read(RawEvent event) {
    answer = event.json(attempt.call().reference());
    if (answer.has("error") || !hasVectors()) {
      throw new ProviderException(
          Kind.BROKEN, attempt.call().reference() + ": the answer has not a vector for each text");
    }
    return new Seen(event.bytes(), 0, true);
  }

  private boolean hasVectors() {
    return isLegacy()
        ? answer.path("embedding").isArray()
        : answer.path("embeddings").size() == request.inputs().size();
  }

  @Override
  public Optional<FinishReason> finishReason() {
    return Optional.of(FinishReason.STOP);
  }

  /** With its tag, as {@link RelayedGeneration#responseModel()}. */
  @Override
  public String responseModel() {
    String name = answer.path("model").asText("");
    return name.isEmpty() ? "" : OllamaModel.withTag(name);
  }

  /** The older endpoint counts nothing; the newer leaves a count of zero out. */
  @Override
  public Optional<Usage> usage() {
    return isLegacy() ? Optional.empty() : Optional.of(OllamaCounts.usage(answer));
  }

  /** The whole answer; an empty object before. */
  JsonNode answer() {
    return answer;
  }
}
