package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.relay.Relay;

/** Vectors from the models of one server. Safe for use by any thread. */
final class OllamaEmbeddings {
  private final Relay atHome;
  private final Relay inCloud;
  private final OllamaRunners runners;

  /**
   * @param atHome reaches the models that run where the server does
   * @param inCloud reaches those that the server only forwards
   */
  OllamaEmbeddings(Relay atHome, Relay inCloud, OllamaRunners runners) {
    this.atHome = atHome;
    this.inCloud = inCloud;
    this.runners = runners;
  }

  /** Turns texts into vectors; the contract is {@link dev.gatehouse.provider.Provider#embed}'s. */
  void embed(OllamaModel model, EmbeddingsCall call, EventSink sink) {
    Relay relay = model.cloud() ? inCloud : atHome;
    EmbeddingsRequest request = call.request();
    runners.run(
        runners.needs(call, model),
        attempt -> {
          RelayedEmbedding relayed = new RelayedEmbedding(attempt, request);
          boolean verbatim = OllamaCall.isOllamas(request.wire());
          relay.relay(relayed, verbatim ? sink : event -> translate(event, relayed, sink));
          return relayed.answer();
        });
  }

  /** The whole answer, which is one event, as the vectors that it holds. */
  private static void translate(Event event, RelayedEmbedding relayed, EventSink sink) {
    switch (event) {
      case Event.Started started ->
          sink.accept(new Event.Started(started.responseModel(), "", started.headers()));
      case Event.VerbatimEnd _ -> vectors(relayed.answer().path("embeddings"), sink);
      case Event.UsageReported _ -> sink.accept(event);
      case Event.Verbatim _,
          Event.Ended _,
          Event.Embedding _,
          Event.TextDelta _,
          Event.ThinkingDelta _,
          Event.ThinkingSignature _,
          Event.RedactedThinking _,
          Event.RefusalDelta _,
          Event.ToolCallDelta _ ->
          throw new IllegalStateException("a whole answer is relayed in one piece");
    }
  }

  private static void vectors(JsonNode vectors, EventSink sink) {
    for (int i = 0; i < vectors.size(); i++) {
      sink.accept(new Event.Embedding(i, numbers(vectors.path(i))));
    }
    sink.accept(Event.Ended.of(FinishReason.STOP));
  }

  private static float[] numbers(JsonNode vector) {
    float[] numbers = new float[vector.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = vector.path(i).floatValue();
    }
    return numbers;
  }
}
