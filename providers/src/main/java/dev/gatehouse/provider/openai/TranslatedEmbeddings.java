package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.relay.Relay;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code POST /embeddings} for requests that came in over another wire: the same way as for those
 * that came in over this one, with our own words instead of the caller's, and the answer read.
 * Vectors are asked for in the encoding that every server knows, and read in either. Safe for use
 * by any thread.
 */
final class TranslatedEmbeddings {
  private final String providerName;
  private final Relay relay;

  TranslatedEmbeddings(String providerName, Relay relay) {
    this.providerName = providerName;
    this.relay = relay;
  }

  /** The contract is {@link dev.gatehouse.provider.Provider#embed}'s. */
  void embed(EmbeddingsCall call, EventSink sink) {
    Translation answer = new Translation(call.request().inputs().size(), sink);
    relay.relay(new RelayedEmbeddings(providerName, Json.write(body(call)), false), answer);
  }

  private static ObjectNode body(EmbeddingsCall call) {
    ObjectNode body = Json.object().put("model", call.model().id());
    ArrayNode input = body.putArray("input");
    call.request().inputs().forEach(input::add);
    call.request().dimensions().ifPresent(length -> body.put("dimensions", length));
    return body.put("encoding_format", "float");
  }

  /** Hands nothing on before the answer is known to have every vector. */
  private final class Translation implements EventSink {
    private final int inputs;
    private final EventSink sink;
    private final List<Event> first = new ArrayList<>();

    Translation(int inputs, EventSink sink) {
      this.inputs = inputs;
      this.sink = sink;
    }

    @Override
    public void accept(Event event) {
      switch (event) {
        case Event.Started(var model, _, var headers) ->
            first.add(new Event.Started(model, "", headers));
        case Event.VerbatimEnd(var bytes, _, _) -> end(vectors(Json.read(bytes)));
        case Event.UsageReported _ -> first.add(event);
        case Event.Verbatim _, Event.TextDelta _, Event.ThinkingDelta _ -> throw unexpected();
        case Event.ThinkingSignature _, Event.RedactedThinking _ -> throw unexpected();
        case Event.RefusalDelta _, Event.ToolCallDelta _ -> throw unexpected();
        case Event.Embedding _, Event.Ended _ -> throw unexpected();
      }
    }

    private IllegalStateException unexpected() {
      return new IllegalStateException("a relay gives an answer that comes whole as its end");
    }

    private void end(List<float[]> vectors) {
      first.forEach(sink::accept);
      for (int i = 0; i < vectors.size(); i++) {
        sink.accept(new Event.Embedding(i, vectors.get(i)));
      }
      sink.accept(Event.Ended.of(FinishReason.STOP));
    }

    private List<float[]> vectors(JsonNode answer) {
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
}
