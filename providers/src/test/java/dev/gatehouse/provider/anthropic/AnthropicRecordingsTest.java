package dev.gatehouse.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.provider.langchain.Recordings;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every exchange with Anthropic that was recorded, replayed. */
class AnthropicRecordingsTest {
  private static final String MESSAGES = "/v1/messages";
  private static final String FILE = "anthropic.jsonl.gz";

  private static List<JsonNode> recorded() {
    return Recordings.of(FILE, exchange -> exchange.path("path").asText().equals(MESSAGES));
  }

  private static FakeVendor vendor(JsonNode exchange, ScriptedUpstream.Script script) {
    String model = exchange.path("request").path("model").asText();
    return new FakeVendor(
        ProviderKind.ANTHROPIC, AnthropicProvider::new, List.of(ModelConfig.of(model)), script);
  }

  private static String text(JsonNode response) {
    return response.isTextual() ? response.textValue() : response.toString();
  }

  @Test
  void everyAnswerPassesTheFaithfulLaneByteForByteWithItsUsage() {
    List<JsonNode> recorded = recorded();
    int same = 0;

    for (JsonNode exchange : recorded) {
      List<Event> events = relayed(exchange);

      assertThat(bytes(events)).as(source(exchange)).isEqualTo(text(exchange.path("response")));
      assertThat(usage(events)).as(source(exchange)).isEqualTo(expectedUsage(exchange));
      same++;
    }

    System.out.println(
        "recordings: " + same + " of " + recorded.size() + " (" + FILE + ", relayed)");
  }

  private static List<Event> relayed(JsonNode exchange) {
    boolean stream = exchange.path("response").isTextual();
    ObjectNode request = exchange.path("request").deepCopy();
    request.put("stream", stream);
    try (FakeVendor vendor = vendor(exchange, replay(exchange, stream))) {
      String model = request.path("model").asText();
      List<Event> events =
          Asked.events(
              vendor.provider(),
              Asked.relayed(Wire.ANTHROPIC_MESSAGES, request.toString(), vendor.model(model)));
      assertThat(vendor.last().bodyText()).isEqualTo(request.toString());
      return events;
    }
  }

  private static ScriptedUpstream.Script replay(JsonNode exchange, boolean stream) {
    String body = text(exchange.path("response"));
    return stream ? FakeVendor.stream(body) : each -> each.json(200, body);
  }

  @Test
  void everyAnswerPassesTheTranslatedLaneWithItsMeaning() {
    List<JsonNode> recorded = recorded();
    int same = 0;

    for (JsonNode exchange : recorded) {
      JsonNode message = RecordedMessage.whole(exchange.path("response"));
      try (FakeVendor vendor =
          vendor(exchange, FakeVendor.stream(RecordedMessage.stream(message)))) {
        List<Event> events =
            vendor.answer(Asked.of("hi"), exchange.path("request").path("model").asText());

        assertThat(meaning(events))
            .as(source(exchange))
            .isEqualTo(RecordedMessage.meaning(message));
        assertThat(usage(events)).as(source(exchange)).isEqualTo(expectedUsage(exchange));
        same++;
      }
    }

    System.out.println(
        "recordings: " + same + " of " + recorded.size() + " (" + FILE + ", translated)");
  }

  @Test
  void everyRecordedStreamIsReadAsItCame() {
    for (JsonNode exchange : recorded()) {
      if (exchange.path("response").isTextual()) {
        String stream = exchange.path("response").textValue();
        try (FakeVendor vendor = vendor(exchange, FakeVendor.stream(stream))) {
          List<Event> events =
              vendor.answer(Asked.of("hi"), exchange.path("request").path("model").asText());

          assertThat(meaning(events))
              .as(source(exchange))
              .isEqualTo(RecordedMessage.meaning(RecordedMessage.whole(exchange.path("response"))));
        }
      }
    }
  }

  @Test
  void everyRecordedErrorKeepsItsStatusAndItsWords() {
    List<JsonNode> errors = Recordings.of(FILE, exchange -> exchange.path("status").asInt() >= 400);

    for (JsonNode exchange : errors) {
      String body = exchange.path("response").toString();
      try (FakeVendor vendor =
          vendor(exchange, each -> each.json(exchange.path("status").asInt(), body))) {
        ProviderException failure =
            vendor.failure(Asked.of("hi"), exchange.path("request").path("model").asText());

        assertThat(failure.answer().orElseThrow().status())
            .isEqualTo(exchange.path("status").asInt());
        assertThat(failure.answer().orElseThrow().body()).asString().isEqualTo(body);
      }
    }
  }

  private static String source(JsonNode exchange) {
    return exchange.path("source").asText();
  }

  private static String bytes(List<Event> events) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Event event : events) {
      if (event instanceof Event.Verbatim(var bytes, _)) {
        all.writeBytes(bytes);
      } else if (event instanceof Event.VerbatimEnd(var bytes, _, _)) {
        all.writeBytes(bytes);
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private static Usage usage(List<Event> events) {
    return events.stream()
        .filter(Event.UsageReported.class::isInstance)
        .map(event -> ((Event.UsageReported) event).usage())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** Computed anew here, from what Anthropic documents of its usage block. */
  private static Usage expectedUsage(JsonNode exchange) {
    JsonNode usage = RecordedMessage.whole(exchange.path("response")).path("usage");
    long read = usage.path("cache_read_input_tokens").asLong();
    long created = usage.path("cache_creation_input_tokens").asLong();
    return new Usage(
            usage.path("input_tokens").asLong() + read + created,
            usage.path("output_tokens").asLong(),
            read,
            created,
            usage.path("output_tokens_details").path("thinking_tokens").asLong())
        .withCacheCreation1h(
            usage.path("cache_creation").path("ephemeral_1h_input_tokens").asLong());
  }

  /** What a client of any dialect is told: thoughts, text, calls, why it ended. */
  private static JsonNode meaning(List<Event> events) {
    ObjectNode meaning = Json.object();
    List<ObjectNode> calls = new ArrayList<>();
    for (Event event : events) {
      switch (event) {
        case Event.TextDelta(_, var text) -> append(meaning, "text", text);
        case Event.ThinkingDelta(_, var text) -> append(meaning, "thinking", text);
        case Event.ThinkingSignature(_, var signature) -> append(meaning, "signature", signature);
        case Event.RedactedThinking(_, var data) -> append(meaning, "redacted", data);
        case Event.ToolCallDelta delta -> {
          if (delta.index() == calls.size()) {
            calls.add(Json.object().put("id", delta.id()).put("name", delta.name()));
          }
          append(calls.get(delta.index()), "arguments", delta.arguments());
        }
        case Event.Ended(FinishReason reason, _) -> meaning.put("end", reason.name());
        case Event.Started _, Event.UsageReported _, Event.RefusalDelta _ -> {}
        case Event.Verbatim _, Event.VerbatimEnd _, Event.Embedding _ ->
            throw new AssertionError("not of a translated answer");
      }
    }
    for (ObjectNode call : calls) {
      call.set("arguments", Asked.json(call.path("arguments").asText()));
      meaning.withArray("/calls").add(call);
    }
    return meaning;
  }

  private static void append(ObjectNode object, String name, String piece) {
    object.put(name, object.path(name).asText("") + piece);
  }
}
