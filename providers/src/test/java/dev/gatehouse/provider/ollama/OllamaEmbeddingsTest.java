package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.Recordings;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.util.List;
import org.junit.jupiter.api.Test;

class OllamaEmbeddingsTest {
  private static final NativeCall FOREIGN = new NativeCall(Wire.OPENAI_EMBEDDINGS, "{}");

  private static ProviderException failure(ScriptedUpstream.Script script, String... inputs) {
    try (FakeOllama ollama = new FakeOllama(script)) {
      OllamaProvider provider = ollama.provider();
      return catchThrowableOfType(
          ProviderException.class, () -> FOREIGN.embeddedBy(provider, "embed:latest", inputs));
    }
  }

  @Test
  void aBatchOfTextsComesBackAsVectorsInTheirOrder() {
    try (FakeOllama ollama =
        new FakeOllama(
            exchange ->
                exchange.json(
                    200,
                    "{\"model\":\"embed\",\"embeddings\":[[1,0.5],[0,-2]],\"prompt_eval_count\":6}"))) {
      List<Event> events = FOREIGN.embeddedBy(ollama.provider(), "embed:latest", "hello", "world");

      assertThat(events.getFirst()).isEqualTo(new Event.Started("embed:latest", "", List.of()));
      assertThat(events)
          .contains(new Event.UsageReported(Usage.of(6, 0)))
          .filteredOn(Event.Embedding.class::isInstance)
          .extracting(event -> ((Event.Embedding) event).vector())
          .containsExactly(new float[] {1, 0.5f}, new float[] {0, -2});
      assertThat(events.getLast()).isEqualTo(Event.Ended.of(FinishReason.STOP));
      assertThat(Asked.json(ollama.calls("/api/embed").getFirst().bodyText()))
          .isEqualTo(
              Asked.json(
                  "{\"model\":\"embed:latest\",\"input\":[\"hello\",\"world\"],\"truncate\":false,"
                      + "\"options\":{\"num_ctx\":4096}}"));
    }
  }

  @Test
  void aRealBatchIsReadWithItsCount() {
    JsonNode recorded = Recordings.ollama("embed_batch");
    try (FakeOllama ollama = FakeOllama.replaying("embed_batch")) {
      List<Event> events =
          FOREIGN.embeddedBy(ollama.provider(), "tinybert:latest", "hello world", "b", "c");

      assertThat(events).filteredOn(Event.Embedding.class::isInstance).hasSize(3);
      assertThat(((Event.Embedding) events.get(2)).vector())
          .hasSize(recorded.at("/response_body/embeddings/0").size());
      assertThat(events).contains(new Event.UsageReported(Usage.of(12, 0)));
    }
  }

  @Test
  void anOllamaClientGetsTheServersOwnBytes() {
    JsonNode recorded = Recordings.ollama("embed_batch");
    try (FakeOllama ollama = FakeOllama.replaying("embed_batch")) {
      List<Event> events =
          new NativeCall(Wire.OLLAMA_EMBED, recorded.path("request_body").toString())
              .embeddedBy(ollama.provider(), "tinybert:latest", "hello world", "b", "c");

      assertThat(NativeCall.bytes(events)).isEqualTo(recorded.path("response_body").toString());
      assertThat(ollama.calls("/api/embed").getFirst().bodyText())
          .isEqualTo(
              "{\"model\":\"tinybert\",\"input\":[\"hello world\",\"second text\",\"hello"
                  + " world\"],\"truncate\":false,\"options\":{\"num_ctx\":256}}");
    }
  }

  @Test
  void theOlderEndpointIsRelayedToItself() {
    JsonNode recorded = Recordings.ollama("embeddings_old_single");
    try (FakeOllama ollama = FakeOllama.replaying("embeddings_old_single")) {
      List<Event> events =
          new NativeCall(Wire.OLLAMA_EMBEDDINGS, recorded.path("request_body").toString())
              .embeddedBy(ollama.provider(), "tinybert:latest", "hello world");

      assertThat(NativeCall.bytes(events)).isEqualTo(recorded.path("response_body").toString());
      assertThat(ollama.calls("/api/embeddings")).hasSize(1);
      assertThat(events).noneMatch(Event.UsageReported.class::isInstance);
    }
  }

  @Test
  void aCountOfZeroThatTheServerLeavesOutIsZero() {
    try (FakeOllama ollama =
        new FakeOllama(
            exchange -> exchange.json(200, "{\"model\":\"embed\",\"embeddings\":[[1]]}"))) {
      assertThat(FOREIGN.embeddedBy(ollama.provider(), "embed:latest", ""))
          .contains(new Event.UsageReported(Usage.of(0, 0)));
    }
  }

  @Test
  void fewerVectorsThanTextsIsBroken() {
    ProviderException failure =
        failure(exchange -> exchange.json(200, "{\"embeddings\":[[1]]}"), "a", "b");

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void aTextThatIsTooLongIsToldAndNeverCut() {
    try (FakeOllama ollama = FakeOllama.replaying("embed_one_of_two_too_long_truncate_false_400")) {
      OllamaProvider provider = ollama.provider();

      ProviderException failure =
          catchThrowableOfType(
              ProviderException.class,
              () -> FOREIGN.embeddedBy(provider, "tinybert:latest", "ok", "hello ".repeat(200)));

      assertThat(failure.kind()).isEqualTo(Kind.TOO_LONG);
      assertThat(failure).hasMessageContaining("needs 400 tokens of context, has 256");
    }
  }

  @Test
  void vectorsAskedOfACompletionModelFail() {
    JsonNode recorded = Recordings.ollama("embed_with_completion_model");

    ProviderException failure = failure(exchange -> Recordings.replay(recorded, exchange), "a");

    assertThat(failure.kind()).isEqualTo(Kind.FAILED);
    assertThat(failure.answer().orElseThrow().status()).isEqualTo(501);
  }
}
