package dev.gatehouse.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Answer;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.provider.langchain.Recordings;
import dev.gatehouse.scripted.ScriptedUpstream.Script;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What real servers answered, replayed through both lanes. */
class OpenAiRecordingsTest {
  private static final List<String> VENDORS =
      List.of(
          "openai",
          "groq",
          "mistral",
          "openrouter",
          "zhipu",
          "deepseek",
          "cerebras",
          "crusoe",
          "huggingface",
          "gemini");

  private static List<JsonNode> recorded(String pathEnd) {
    List<JsonNode> all = new ArrayList<>();
    for (String vendor : VENDORS) {
      all.addAll(
          Recordings.of(
              vendor + ".jsonl.gz", each -> each.path("path").asText().endsWith(pathEnd)));
    }
    return all;
  }

  private static boolean succeeded(JsonNode recording) {
    return recording.path("status").asInt() == 200;
  }

  private static OpenAiServer server(JsonNode recording, Script script) {
    String model = recording.path("request").path("model").asText();
    return recording.path("provider").asText().equals("openai")
        ? OpenAiServer.openAi(model, script)
        : OpenAiServer.compatible(model, Set.<Capability>of(), script);
  }

  private static String body(JsonNode recording) {
    JsonNode response = recording.path("response");
    return response.isTextual() ? response.textValue() : response.toString();
  }

  private static Script asRecorded(JsonNode recording) {
    return recording.path("response").isTextual()
        ? FakeVendor.stream(body(recording))
        : exchange -> exchange.json(recording.path("status").asInt(), body(recording));
  }

  private static List<Event> relayed(JsonNode recording) {
    JsonNode request = recording.path("request");
    boolean usageWanted = request.at("/stream_options/include_usage").asBoolean(false);
    try (OpenAiServer server = server(recording, asRecorded(recording))) {
      return server.relayed(
          Wire.OPENAI_CHAT, request.toString(), request.path("stream").asBoolean(), usageWanted);
    }
  }

  private static List<JsonNode> answers(JsonNode recording) {
    return recording.path("response").isTextual()
        ? Meaning.chunks(body(recording))
        : List.of(recording.path("response"));
  }

  /** Groq's model failed in mid-stream once, and Groq said so. */
  private static boolean failsInside(JsonNode recording) {
    return answers(recording).stream().anyMatch(answer -> answer.hasNonNull("error"));
  }

  @Test
  void everyRecordedChatComesThroughTheFaithfulLaneByteForByteWithItsUsage() {
    List<JsonNode> recordings = recorded("/chat/completions");
    int identical = 0;
    for (JsonNode recording : recordings) {
      if (succeeded(recording) && !failsInside(recording)) {
        List<Event> events = relayed(recording);

        assertThat(OpenAiServer.verbatim(events)).isEqualTo(body(recording));
        assertThat(lastUsage(events)).isEqualTo(Meaning.ofRecorded(answers(recording)).usage());
      } else {
        assertFailsAsRecorded(recording, () -> relayed(recording));
      }
      identical++;
    }

    System.out.println("recordings, faithful lane: " + identical + " of " + recordings.size());
    assertThat(identical).isEqualTo(recordings.size()).isPositive();
  }

  private static Optional<Usage> lastUsage(List<Event> events) {
    return events.stream()
        .filter(Event.UsageReported.class::isInstance)
        .map(event -> ((Event.UsageReported) event).usage())
        .reduce((_, later) -> later);
  }

  @Test
  void everyRecordedChatMeansTheSameThroughTheTranslatedLane() {
    List<JsonNode> recordings = recorded("/chat/completions");
    int same = 0;
    for (JsonNode recording : recordings) {
      if (succeeded(recording) && !failsInside(recording)) {
        Meaning recorded = Meaning.ofRecorded(answers(recording));

        Meaning meaning = Meaning.of(translated(recording));

        assertThat(meaning.withVendorsIds(recorded)).isEqualTo(recorded);
      } else {
        assertFailsAsRecorded(recording, () -> translated(recording));
      }
      same++;
    }

    System.out.println("recordings, translated lane: " + same + " of " + recordings.size());
    assertThat(same).isEqualTo(recordings.size()).isPositive();
  }

  private static List<Event> translated(JsonNode recording) {
    Script script =
        succeeded(recording) && recording.path("response").isObject()
            ? FakeVendor.stream(Meaning.asStream(recording.path("response")))
            : asRecorded(recording);
    try (OpenAiServer server = server(recording, script)) {
      return server.translated(Wire.ANTHROPIC_MESSAGES, Asked.of("hi"));
    }
  }

  private static void assertFailsAsRecorded(JsonNode recording, ThrowingCallable call) {
    ProviderException failure = catchThrowableOfType(ProviderException.class, call);

    assertThat(failure).isNotNull();
    if (!succeeded(recording)) {
      Answer answer = failure.answer().orElseThrow();
      assertThat(answer.status()).isEqualTo(recording.path("status").asInt());
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(body(recording));
    }
  }

  @Test
  void everyRecordedEmbeddingComesThroughTheFaithfulLaneByteForByteWithItsUsage() {
    List<JsonNode> recordings = recorded("/embeddings");
    for (JsonNode recording : recordings) {
      if (succeeded(recording)) {
        List<Event> events = embedded(recording, Wire.OPENAI_EMBEDDINGS);

        assertThat(OpenAiServer.verbatim(events)).isEqualTo(body(recording));
        long tokens = recording.at("/response/usage/prompt_tokens").asLong();
        assertThat(lastUsage(events)).contains(Usage.of(tokens, 0));
      } else {
        assertFailsAsRecorded(recording, () -> embedded(recording, Wire.OPENAI_EMBEDDINGS));
      }
    }

    System.out.println("recordings, embeddings: " + recordings.size() + " of " + recordings.size());
    assertThat(recordings).isNotEmpty();
  }

  @Test
  void everyRecordedEmbeddingIsReadIntoVectorsForOtherWires() {
    for (JsonNode recording : recorded("/embeddings")) {
      if (succeeded(recording)) {
        List<Event> events = embedded(recording, Wire.OLLAMA_EMBED);

        assertThat(events)
            .filteredOn(Event.Embedding.class::isInstance)
            .hasSize(recording.at("/response/data").size())
            .allSatisfy(event -> assertUnitVector(((Event.Embedding) event).vector()));
      }
    }
  }

  /** OpenAI's vectors have length 1, which no wrongly read one has. */
  private static void assertUnitVector(float[] vector) {
    double squares = 0;
    for (float each : vector) {
      squares += each * each;
    }
    assertThat(squares).isBetween(0.999, 1.001);
  }

  private static List<Event> embedded(JsonNode recording, Wire wire) {
    JsonNode request = recording.path("request");
    List<String> inputs = new ArrayList<>();
    request.path("input").forEach(input -> inputs.add(input.asText()));
    try (OpenAiServer server = server(recording, asRecorded(recording))) {
      return server.embedded(wire, request.toString(), inputs, OptionalInt.empty());
    }
  }
}
