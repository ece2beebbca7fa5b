package dev.gatehouse.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.relay.Relay;
import java.util.List;

/** Vectors of one request. Gemini takes a hundred texts at a time, so several calls may be due. */
final class GeminiEmbeddings {
  private static final int MOST_TEXTS = 100;

  private final EmbeddingsCall call;
  private final Relay relay;
  private final EventSink sink;

  GeminiEmbeddings(EmbeddingsCall call, Relay relay, EventSink sink) {
    this.call = call;
    this.relay = relay;
    this.sink = sink;
  }

  void embed() {
    List<String> inputs = call.request().inputs();
    for (int from = 0; from < inputs.size(); from += MOST_TEXTS) {
      embed(from, inputs.subList(from, Math.min(inputs.size(), from + MOST_TEXTS)));
    }
    sink.accept(Event.Ended.of(FinishReason.STOP));
  }

  private void embed(int from, List<String> texts) {
    EmbeddingBatch batch = new EmbeddingBatch(call, texts);
    relay.relay(batch, event -> start(from, event));
    JsonNode vectors = batch.vectors();
    if (vectors.size() != texts.size()) {
      throw new ProviderException(
          Kind.BROKEN, call.model().reference() + ": there is not a vector for each text");
    }
    for (int i = 0; i < texts.size(); i++) {
      sink.accept(new Event.Embedding(from + i, numbers(vectors.path(i).path("values"))));
    }
  }

  /**
   * Of the answer's own events only the first begin matters; the vectors are read from it whole.
   */
  private void start(int from, Event event) {
    if (from == 0 && event instanceof Event.Started started) {
      sink.accept(new Event.Started(call.model().id(), "", started.headers()));
    }
  }

  private static float[] numbers(JsonNode values) {
    float[] vector = new float[values.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = values.path(i).floatValue();
    }
    return vector;
  }
}
