package dev.gatehouse.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ChatCall.Limit;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.scripted.ScriptedUpstream.Script;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Legacy completions and embeddings through the faithful lane, vectors through both. */
class OpenAiRelayTest {
  private static final String COMPLETION =
      "{\"id\":\"cmpl-1\",\"object\":\"text_completion\",\"model\":\"m-1\",\"odd\" : 1.50,"
          + "\"choices\":[{\"text\":\" world\",\"index\":0,\"logprobs\":null,\"finish_reason\":\"length\"}],"
          + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2,\"total_tokens\":3}}";
  private static final Script COMPLETES = exchange -> exchange.json(200, COMPLETION);

  private static List<Event> vectors(Wire wire, String answer, List<String> inputs) {
    try (OpenAiServer server =
        OpenAiServer.compatible("e", Set.of(), exchange -> exchange.json(200, answer))) {
      return server.embedded(wire, "{\"model\":\"e\"}", inputs, OptionalInt.empty());
    }
  }

  @Test
  void aLegacyCompletionIsHandedOnVerbatim() {
    try (OpenAiServer server = OpenAiServer.compatible("m", Set.of(), COMPLETES)) {
      String body = "{\"prompt\":[\"hello\"],  \"model\":\"alias\",\"suffix\":\"!\",\"echo\":true}";

      List<Event> events = server.relayed(Wire.OPENAI_COMPLETIONS, body, false, false);

      assertThat(server.last().path()).isEqualTo("/completions");
      assertThat(server.last().bodyText()).isEqualTo(body.replace("alias", "m"));
      assertThat(OpenAiServer.verbatim(events)).isEqualTo(COMPLETION);
      assertThat(events).contains(new Event.UsageReported(Usage.of(1, 2)));
      assertThat(events)
          .last()
          .isInstanceOfSatisfying(
              Event.VerbatimEnd.class,
              end -> {
                assertThat(end.finishReason()).isEqualTo(FinishReason.LENGTH);
                assertThat(end.outputCharacters()).isEqualTo(6);
              });
    }
  }

  @Test
  void aStreamedCompletionIsAskedForUsageThatTheCallerDoesNotSee() {
    String first = "data: {\"choices\":[{\"text\":\"a\",\"finish_reason\":null}]}\n\n";
    String last = "data: {\"choices\":[{\"text\":\"\",\"finish_reason\":\"stop\"}]}\n\n";
    String usage =
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}\n\n";
    String done = "data: [DONE]\n\n";
    try (OpenAiServer server =
        OpenAiServer.compatible("m", Set.of(), FakeVendor.stream(first + last + usage + done))) {

      List<Event> events =
          server.relayed(
              Wire.OPENAI_COMPLETIONS,
              "{\"model\":\"m\",\"prompt\":\"x\",\"stream\":true}",
              true,
              false);

      assertThat(server.sent().at("/stream_options/include_usage").asBoolean()).isTrue();
      assertThat(OpenAiServer.verbatim(events)).isEqualTo(first + last + done);
      assertThat(events).contains(new Event.UsageReported(Usage.of(1, 1)));
    }
  }

  @Test
  void openAisOwnSmallLimitOfCompletionsIsLeftAlone() {
    String body = "{\"model\":\"m\",\"prompt\":\"x\"}";
    try (OpenAiServer openAi = OpenAiServer.openAi("m", COMPLETES);
        OpenAiServer other = OpenAiServer.compatible("m", Set.of(), COMPLETES)) {
      openAi.relayed(Wire.OPENAI_COMPLETIONS, body, false, false, Limit.ALWAYS);
      other.relayed(Wire.OPENAI_COMPLETIONS, body, false, false, Limit.ALWAYS);

      assertThat(openAi.last().bodyText()).isEqualTo(body);
      assertThat(other.sent().path("max_tokens").asInt()).isEqualTo(256);
    }
  }

  @Test
  void embeddingsAreHandedOnVerbatimWithTokenArraysAndAll() {
    String answer =
        "{\"object\":\"list\",\"data\":[{\"index\":0,\"embedding\":\"AACAPw==\"}],\"model\":\"e-1\","
            + "\"usage\":{\"prompt_tokens\":8,\"total_tokens\":8}}";
    String body =
        "{\"model\":\"alias\", \"input\":[[1,2],[3]],\"encoding_format\":\"base64\",\"user\":\"u\"}";
    try (OpenAiServer server =
        OpenAiServer.compatible("e", Set.of(), exchange -> exchange.json(200, answer))) {

      List<Event> events =
          server.embedded(Wire.OPENAI_EMBEDDINGS, body, List.of("", ""), OptionalInt.of(1));

      assertThat(server.last().path()).isEqualTo("/embeddings");
      assertThat(server.last().bodyText()).isEqualTo(body.replace("alias", "e"));
      assertThat(OpenAiServer.verbatim(events)).isEqualTo(answer);
      assertThat(events).contains(new Event.UsageReported(Usage.of(8, 0)));
      assertThat(events)
          .first()
          .isInstanceOfSatisfying(
              Event.Started.class, started -> assertThat(started.responseModel()).isEqualTo("e-1"));
    }
  }

  @Test
  void vectorsThatTheServerWritesAsNumbersAreGivenInBase64WhereThatWasAskedFor() {
    String answer =
        "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[1,-2.0]}],"
            + "\"model\":\"e-1\",\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1}}";
    String body = "{\"model\":\"e\",\"input\":\"a\",\"encoding_format\":\"base64\"}";
    try (OpenAiServer server =
        OpenAiServer.compatible("e", Set.of(), exchange -> exchange.json(200, answer))) {

      List<Event> events =
          server.embedded(Wire.OPENAI_EMBEDDINGS, body, List.of("a"), OptionalInt.empty());

      assertThat(OpenAiServer.verbatim(events))
          .isEqualTo(answer.replace("[1,-2.0]", "\"AACAPwAAAMA=\""));
    }
  }

  @Test
  void vectorsAreReadInEitherEncodingAndPutInOrder() {
    String answer =
        "{\"model\":\"e-1\",\"data\":[{\"index\":1,\"embedding\":\"AACAPwAAAMA=\"},{\"index\":0,\"embedding\":[0.5,-1]}],"
            + "\"usage\":{\"prompt_tokens\":4}}";

    List<Event> events = vectors(Wire.OLLAMA_EMBED, answer, List.of("a", "b"));

    assertThat(events).hasSize(5);
    assertThat(events.get(0)).isEqualTo(new Event.Started("e-1", "", List.of()));
    assertThat(events.get(1)).isEqualTo(new Event.UsageReported(Usage.of(4, 0)));
    assertVector(events.get(2), 0, 0.5f, -1f);
    assertVector(events.get(3), 1, 1f, -2f);
    assertThat(events.get(4)).isEqualTo(Event.Ended.of(FinishReason.STOP));
  }

  private static void assertVector(Event event, int index, float... vector) {
    assertThat(event)
        .isInstanceOfSatisfying(
            Event.Embedding.class,
            embedding -> {
              assertThat(embedding.index()).isEqualTo(index);
              assertThat(embedding.vector()).isEqualTo(vector);
            });
  }

  @Test
  void vectorsAreAskedForInTheCallersLength() {
    String answer = "{\"data\":[{\"embedding\":[1]}]}";
    try (OpenAiServer server =
        OpenAiServer.compatible("e", Set.of(), exchange -> exchange.json(200, answer))) {

      server.embedded(
          Wire.OLLAMA_EMBEDDINGS, "{\"model\":\"e\"}", List.of("text"), OptionalInt.of(64));

      assertThat(server.last().bodyText())
          .isEqualTo(
              "{\"model\":\"e\",\"input\":[\"text\"],\"dimensions\":64,\"encoding_format\":\"float\"}");
    }
  }

  @Test
  void anAnswerWithoutAVectorForEachInputIsBroken() {
    for (String data :
        List.of(
            "[]",
            "[{\"index\":0,\"embedding\":[1]}]",
            "[{\"index\":0,\"embedding\":[1]},{\"index\":0,\"embedding\":[1]}]",
            "[{\"index\":0,\"embedding\":[1]},{\"index\":7,\"embedding\":[1]}]",
            "[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":\"AAA\"}]",
            "[{\"index\":0,\"embedding\":[1]},{\"index\":1,\"embedding\":[\"x\"]}]")) {
      ProviderException failure =
          catchThrowableOfType(
              ProviderException.class,
              () -> vectors(Wire.OLLAMA_EMBED, "{\"data\":" + data + "}", List.of("a", "b")));

      assertThat(failure).as(data).isNotNull();
      assertThat(failure.kind()).as(data).isEqualTo(Kind.BROKEN);
    }
  }
}
