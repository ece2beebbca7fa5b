package dev.gatehouse.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.provider.langchain.Recordings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every exchange with Gemini that was recorded, replayed. */
class GeminiRecordingsTest {
  private static final String FILE = "gemini.jsonl.gz";

  @Test
  void everyAnswerPassesTheTranslatedLaneWithItsMeaning() {
    List<JsonNode> all = Recordings.of(FILE, exchange -> true);
    List<JsonNode> recorded =
        all.stream().filter(each -> each.path("path").asText().contains("enerateContent")).toList();
    int same = 0;

    for (JsonNode exchange : recorded) {
      List<JsonNode> answer = events(exchange.path("response"));
      List<Event> events = translated(exchange, answer);

      assertThat(meaning(events)).as(source(exchange)).isEqualTo(meaningOf(answer));
      assertThat(usage(events)).as(source(exchange)).isEqualTo(usageOf(answer));
      same++;
    }

    System.out.println(
        "recordings: %d of %d (%s, translated), %d of another API's"
            .formatted(same, recorded.size(), FILE, all.size() - recorded.size()));
  }

  private static List<Event> translated(JsonNode exchange, List<JsonNode> answer) {
    String path = exchange.path("path").asText();
    String model = path.substring(path.lastIndexOf('/') + 1, path.indexOf(':'));
    StringBuilder stream = new StringBuilder();
    answer.forEach(event -> stream.append("data: ").append(event).append("\r\n\r\n"));
    try (FakeVendor vendor =
        new FakeVendor(
            ProviderKind.GEMINI,
            GeminiProvider::new,
            List.of(ModelConfig.of(model)),
            FakeVendor.stream(stream.toString()))) {
      return vendor.answer(Asked.of("hi"), model);
    }
  }

  /** The events of a stream; a whole answer is a stream of one. */
  private static List<JsonNode> events(JsonNode response) {
    if (!response.isTextual()) {
      return List.of(response);
    }
    if (response.textValue().startsWith("{")) {
      return List.of(Asked.json(response.textValue()));
    }
    return response
        .textValue()
        .lines()
        .filter(line -> line.startsWith("data:"))
        .map(line -> Asked.json(line.substring(5)))
        .toList();
  }

  private static String source(JsonNode exchange) {
    return exchange.path("source").asText();
  }

  private static Usage usage(List<Event> events) {
    return events.stream()
        .filter(Event.UsageReported.class::isInstance)
        .map(event -> ((Event.UsageReported) event).usage())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** Computed from Gemini's total, which the parts must make up. */
  private static Usage usageOf(List<JsonNode> answer) {
    JsonNode counts = answer.getLast().path("usageMetadata");
    long input =
        counts.path("promptTokenCount").asLong() + counts.path("toolUsePromptTokenCount").asLong();
    long audio = 0;
    for (JsonNode detail : counts.path("promptTokensDetails")) {
      audio +=
          detail.path("modality").asText().equals("AUDIO") ? detail.path("tokenCount").asLong() : 0;
    }
    return new Usage(
            input,
            counts.path("totalTokenCount").asLong() - input,
            counts.path("cachedContentTokenCount").asLong(),
            0,
            counts.path("thoughtsTokenCount").asLong())
        .withAudio(audio, 0);
  }

  private static JsonNode meaningOf(List<JsonNode> answer) {
    ObjectNode meaning = Json.object();
    for (JsonNode event : answer) {
      for (JsonNode part : event.path("candidates").path(0).path("content").path("parts")) {
        append(
            meaning,
            part.path("thought").asBoolean() ? "thinking" : "text",
            part.path("text").asText());
        if (part.has("functionCall")) {
          ObjectNode call = meaning.withArray("/calls").addObject();
          call.set("name", part.path("functionCall").path("name"));
          call.set("arguments", part.path("functionCall").path("args"));
          call.put("signature", part.path("thoughtSignature").asText(""));
        }
      }
    }
    return meaning.put("end", meaning.has("calls") ? "TOOL_CALLS" : "STOP");
  }

  private static JsonNode meaning(List<Event> events) {
    ObjectNode meaning = Json.object();
    List<ObjectNode> calls = new ArrayList<>();
    for (Event event : events) {
      switch (event) {
        case Event.TextDelta(_, var text) -> append(meaning, "text", text);
        case Event.ThinkingDelta(_, var text) -> append(meaning, "thinking", text);
        case Event.ToolCallDelta delta -> {
          if (delta.index() == calls.size()) {
            calls.add(meaning.withArray("/calls").addObject().put("name", delta.name()));
            calls.getLast().put("signature", ThoughtSignature.of(delta.id()).signature());
          }
          append(calls.get(delta.index()), "arguments", delta.arguments());
        }
        case Event.Ended(FinishReason reason, _) -> meaning.put("end", reason.name());
        case Event.Started _, Event.UsageReported _, Event.RefusalDelta _ -> {}
        case Event.ThinkingSignature _, Event.RedactedThinking _ ->
            throw new AssertionError("Gemini has none");
        case Event.Verbatim _, Event.VerbatimEnd _, Event.Embedding _ ->
            throw new AssertionError("not of a translated answer");
      }
    }
    for (ObjectNode call : calls) {
      call.set("arguments", Asked.json(call.path("arguments").asText()));
    }
    return meaning;
  }

  private static void append(ObjectNode object, String name, String piece) {
    if (!piece.isEmpty()) {
      object.put(name, object.path(name).asText("") + piece);
    }
  }
}
