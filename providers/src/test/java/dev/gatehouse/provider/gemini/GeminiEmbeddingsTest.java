package dev.gatehouse.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.config.Capability;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeminiEmbeddingsTest {
  private static final String MODEL = "gemini-embedding-001";

  private static FakeVendor vendor(ScriptedUpstream.Script script) {
    return new FakeVendor(
        ProviderKind.GEMINI, GeminiProvider::new, List.of(ModelConfig.of(MODEL)), script);
  }

  private static List<Event> vectors(FakeVendor vendor, List<String> texts, OptionalInt length) {
    EmbeddingsRequest request =
        new EmbeddingsRequest(
            Wire.OPENAI_EMBEDDINGS,
            JsonBody.parse("{}".getBytes(StandardCharsets.UTF_8)),
            MODEL,
            texts,
            length,
            Map.of(),
            List.of());
    List<Event> events = new ArrayList<>();
    ScopedValue.where(Passage.CURRENT, Asked.passage(PrivacyTreatment.CLOUD_OK))
        .run(
            () ->
                vendor
                    .provider()
                    .embed(new EmbeddingsCall(request, vendor.model(MODEL)), events::add));
    return events;
  }

  @Test
  void aModelForVectorsOffersNothingElse() {
    try (FakeVendor vendor = vendor(exchange -> {})) {
      assertThat(vendor.model(MODEL).capabilities()).containsExactly(Capability.EMBEDDINGS);
    }
  }

  @Test
  void eachTextGetsItsVectorInOrder() {
    String answer = "{\"embeddings\":[{\"values\":[0.5,-1]},{\"values\":[2,3e-2]}]}";
    try (FakeVendor vendor = vendor(exchange -> exchange.json(200, answer))) {
      List<Event> events = vectors(vendor, List.of("a", "b"), OptionalInt.of(2));

      assertThat(events).hasSize(4);
      assertThat(events.getFirst()).isEqualTo(new Event.Started(MODEL, "", List.of()));
      assertThat(((Event.Embedding) events.get(1)).vector()).containsExactly(0.5f, -1f);
      assertThat(((Event.Embedding) events.get(2)).vector()).containsExactly(2f, 0.03f);
      assertThat(events.getLast()).isEqualTo(Event.Ended.of(FinishReason.STOP));
      assertThat(vendor.last().path())
          .isEqualTo("/v1beta/models/gemini-embedding-001:batchEmbedContents");
      assertThat(Asked.json(vendor.last().bodyText()))
          .isEqualTo(
              Asked.json(
                  """
                  {"requests":[
                   {"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]},
                    "outputDimensionality":2},
                   {"model":"models/gemini-embedding-001","content":{"parts":[{"text":"b"}]},
                    "outputDimensionality":2}]}
                  """));
    }
  }

  @Test
  void moreThanAHundredTextsTakeSeveralCallsAndOneAnswer() {
    try (FakeVendor vendor = vendor(GeminiEmbeddingsTest::numbered)) {
      List<String> texts = IntStream.range(0, 250).mapToObj(String::valueOf).toList();

      List<Event> events = vectors(vendor, texts, OptionalInt.empty());

      assertThat(vendor.server().exchanges()).hasSize(3);
      assertThat(events).hasSize(252);
      for (int i = 0; i < 250; i++) {
        Event.Embedding vector = (Event.Embedding) events.get(i + 1);
        assertThat(vector.index()).isEqualTo(i);
        assertThat(vector.vector()).containsExactly(i);
      }
    }
  }

  /** Answers each text with the number that it is. */
  private static void numbered(ScriptedUpstream.Exchange exchange) throws IOException {
    List<String> vectors = new ArrayList<>();
    Asked.json(exchange.bodyText())
        .path("requests")
        .forEach(
            request ->
                vectors.add(
                    "{\"values\":["
                        + request.path("content").path("parts").path(0).path("text").asText()
                        + "]}"));
    exchange.json(200, "{\"embeddings\":[" + String.join(",", vectors) + "]}");
  }

  @Test
  void aVectorTooFewIsBroken() {
    String answer = "{\"embeddings\":[{\"values\":[1]}]}";
    try (FakeVendor vendor = vendor(exchange -> exchange.json(200, answer))) {
      ProviderException failure =
          catchThrowableOfType(
              ProviderException.class,
              () -> vectors(vendor, Collections.nCopies(2, "a"), OptionalInt.empty()));

      assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    }
  }
}
