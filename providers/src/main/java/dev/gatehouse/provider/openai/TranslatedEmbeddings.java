package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UpstreamErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * {@code POST /embeddings} for requests that came in over another wire. Vectors are asked for in
 * the encoding that every server knows, and read in either. Safe for use by any thread.
 */
final class TranslatedEmbeddings {
  private static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;

  private final String providerName;
  private final Upstream upstream;

  TranslatedEmbeddings(String providerName, Upstream upstream) {
    this.providerName = providerName;
    this.upstream = upstream;
  }

  /** The contract is {@link dev.gatehouse.provider.Provider#embed}'s. */
  void embed(EmbeddingsCall call, EventSink sink) {
    try (UpstreamResponse response = post(call)) {
      if (response.status() != 200) {
        throw UpstreamErrors.answered(providerName, response);
      }
      JsonNode answer = read(response);
      List<float[]> vectors = vectors(answer, call.request().inputs().size());
      sink.accept(
          new Event.Started(
              answer.path("model").asText(""), "", UpstreamErrors.passedHeaders(response)));
      for (int i = 0; i < vectors.size(); i++) {
        sink.accept(new Event.Embedding(i, vectors.get(i)));
      }
      OpenAiUsage.ofEmbeddings(answer)
          .ifPresent(usage -> sink.accept(new Event.UsageReported(usage)));
      sink.accept(Event.Ended.of(FinishReason.STOP));
    } catch (IOException e) {
      throw UpstreamErrors.broken(providerName, e);
    }
  }

  private UpstreamResponse post(EmbeddingsCall call) {
    try {
      return upstream.post("/embeddings", Json.write(body(call)));
    } catch (UncheckedIOException e) {
      throw UpstreamErrors.noAnswer(providerName, e);
    }
  }

  private static ObjectNode body(EmbeddingsCall call) {
    ObjectNode body = Json.object().put("model", call.model().id());
    ArrayNode input = body.putArray("input");
    call.request().inputs().forEach(input::add);
    call.request().dimensions().ifPresent(length -> body.put("dimensions", length));
    return body.put("encoding_format", "float");
  }

  private JsonNode read(UpstreamResponse response) throws IOException {
    try {
      return Json.read(response.body().readNBytes(MAX_ANSWER_BYTES));
    } catch (JsonException e) {
      throw new ProviderException(Kind.BROKEN, providerName + ": the answer is not JSON", e);
    }
  }

  private List<float[]> vectors(JsonNode answer, int inputs) {
    if (answer.hasNonNull("error")) {
      throw UpstreamErrors.inAnswer(providerName);
    }
    float[][] vectors = new float[inputs][];
    int found = 0;
    for (JsonNode entry : answer.path("data")) {
      int index = entry.path("index").asInt(found);
      if (index < 0 || index >= inputs || vectors[index] != null) {
        throw incomplete();
      }
      vectors[index] = VectorReader.read(entry.path("embedding")).orElseThrow(this::incomplete);
      found++;
    }
    if (found != inputs) {
      throw incomplete();
    }
    return List.of(vectors);
  }

  private ProviderException incomplete() {
    return new ProviderException(
        Kind.BROKEN, providerName + ": the answer does not have one vector for each input");
  }
}
