package dev.gatehouse.redact.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.redact.Pseudonyms;
import dev.gatehouse.redact.restore.EveryChunkingTest.Sink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of an answer is written anew, and what stays as it came. */
final class RestorationTest {
  private final Sink sink = new Sink();

  private static Event.Verbatim verbatim(String event) {
    return new Event.Verbatim(WireScript.bytes(event), 0);
  }

  private String relayed(Wire wire, String... events) {
    Restoration restoration = EveryChunkingTest.restoration(wire, true, sink);
    for (String event : events) {
      restoration.accept(verbatim(event));
    }
    return sink.text();
  }

  private String whole(Wire wire, String answer) {
    EveryChunkingTest.restoration(wire, false, sink)
        .accept(new Event.VerbatimEnd(WireScript.bytes(answer), FinishReason.STOP, 5));
    return sink.text();
  }

  private static String chat(String delta, String finishReason) {
    return "data: {\"id\":\"c\",\"x\":1.00,\"choices\":[{\"index\":0,\"delta\":{"
        + delta
        + "},\"finish_reason\":"
        + finishReason
        + "}]}\n\n";
  }

  @Test
  void answerToARequestWithoutPseudonymsIsHandedOnAsItIs() {
    Event event = verbatim(chat("\"content\":\"Org1a2b3c4d\"", "null"));
    Restoration restoration =
        Restoration.of(
            Pseudonyms.NONE, EveryChunkingTest.request(Wire.OPENAI_CHAT, true), sink.events::add);

    restoration.accept(event);
    restoration.release();

    assertThat(sink.events).hasSize(1).first().isSameAs(event);
  }

  @Test
  void eventWithNothingToRestoreKeepsItsEveryByte() {
    String event =
        ": hi\r\nid: 7\r\ndata:  { \"choices\" : [ {\"delta\":{\"content\":\"\\u00e9t\\/\"},\"n\":1e-7} ] }\r\n\r\n";

    relayed(Wire.OPENAI_CHAT, event, ": comment\n\n", "data: [DONE]\n\n");

    assertThat(sink.text()).isEqualTo(event + ": comment\n\ndata: [DONE]\n\n");
  }

  @Test
  void onlyTheStringWithTheTokenIsWrittenAnew() {
    String event =
        "event: x\r\ndata:{ \"n\" : 1.50,\"choices\":[{\"delta\":{ \"content\":\"%s\" },\"v\":\"\\u0041\"}]}\r\n\r\n";

    assertThat(relayed(Wire.OPENAI_CHAT, event.formatted("Dear Org1a2b3c4d,")))
        .isEqualTo(event.formatted("Dear Müller 😀 & Co,"));
  }

  @Test
  void valueOfAnswerTextIsEscapedOnce() {
    assertThat(relayed(Wire.OPENAI_CHAT, chat("\"content\":\"Person7hk2m9qw!\"", "null")))
        .isEqualTo(chat("\"content\":\"Jun\\\\Li\\n3rd!\"", "null"));
  }

  @Test
  void valueOfArgumentsIsEscapedTwice() {
    String delta =
        "\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"a\\\":\\\"%s\\\"}\"}}]";

    assertThat(relayed(Wire.OPENAI_CHAT, chat(delta.formatted("Person7hk2m9qw"), "null")))
        .isEqualTo(chat(delta.formatted("Jun\\\\\\\\Li\\\\n3rd"), "null"));
  }

  @Test
  void whatIsHeldBackAtTheEndOfAChoiceComesInOneMoreEventOfItsShape() {
    String out =
        relayed(
            Wire.OPENAI_CHAT, chat("\"content\":\"Call Org1a2b\"", "null"), chat("", "\"stop\""));

    assertThat(out)
        .isEqualTo(
            chat("\"content\":\"Call \"", "null")
                + chat("\"content\":\"Org1a2b\"", "null")
                + chat("", "\"stop\""));
  }

  @Test
  void whatIsHeldBackComesInTheLastEventWhereThatCarriesTheText() {
    String line = "{\"message\":{\"content\":\"%s\"},\"done\":%s}\n";

    assertThat(
            relayed(
                Wire.OLLAMA_CHAT, line.formatted("2031-04-17", false), line.formatted("", true)))
        .isEqualTo(line.formatted("", false) + line.formatted("1984-02-29", true));
  }

  @Test
  void additionalEventCallsNoToolAgainAndSaysNothingElseTwice() {
    String line =
        "{\"message\":{\"content\":\"%s\",\"thinking\":\"%s\",\"tool_calls\":%s},\"done\":false}\n";
    String calls = "[{\"function\":{\"name\":\"f\",\"arguments\":{\"a\":1}}}]";
    String last = "{\"message\":{\"content\":\"\"},\"done\":true}\n";

    assertThat(relayed(Wire.OLLAMA_CHAT, line.formatted("Hi", "Pers", calls), last))
        .isEqualTo(line.formatted("Hi", "", calls) + line.formatted("", "Pers", "[]") + last);
  }

  @Test
  void choicesAreTextsOfTheirOwn() {
    String chunk =
        "data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"Org1a\"}},{\"index\":0,\"delta\":{\"content\":\"%s\"}}]}\n\n";
    String next = "data: {\"choices\":[{\"delta\":{\"content\":\"2b3c4d\"},\"index\":1}]}\n\n";

    assertThat(relayed(Wire.OPENAI_CHAT, chunk.formatted("hi"), next))
        .isEqualTo(
            chunk.formatted("hi").replace("Org1a", "") + next.replace("2b3c4d", "Müller 😀 & Co"));
  }

  @Test
  void logprobsStayAsTheyCameWhileTheTextIsRestored() {
    String answer =
        "{\"choices\":[{\"message\":{\"content\":\"%s\"},\"logprobs\":{\"content\":[{\"token\":\"Org1a2b3c4d\",\"bytes\":[79]}]},\"finish_reason\":\"stop\"}]}";

    assertThat(whole(Wire.OPENAI_CHAT, answer.formatted("Org1a2b3c4d")))
        .isEqualTo(answer.formatted("Müller 😀 & Co"));
  }

  @Test
  void namesIdsAndSignaturesStayAsTheyCame() {
    String answer =
        "{\"id\":\"Org1a2b3c4d\",\"type\":\"message\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"%s\",\"signature\":\"Org1a2b3c4d\"},"
            + "{\"type\":\"redacted_thinking\",\"data\":\"Org1a2b3c4d\"},{\"type\":\"tool_use\",\"id\":\"Org1a2b3c4d\",\"name\":\"Org1a2b3c4d\",\"input\":{\"%s\":1}}]}";

    assertThat(whole(Wire.ANTHROPIC_MESSAGES, answer.formatted("Org1a2b3c4d", "Org1a2b3c4d")))
        .isEqualTo(answer.formatted("Müller 😀 & Co", "Müller 😀 & Co"));
  }

  @Test
  void textIsCompleteBeforeItsSignature() {
    String delta =
        "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"%s\":\"%s\"}}\n\n";

    assertThat(
            relayed(
                Wire.ANTHROPIC_MESSAGES,
                delta.formatted("thinking", "so Person"),
                delta.formatted("signature", "c2ln")))
        .isEqualTo(
            delta.formatted("thinking", "so ")
                + delta.formatted("thinking", "Person")
                + delta.formatted("signature", "c2ln"));
  }

  @Test
  void quotedInstructionsOfAResponseAreRestored() {
    String answer =
        "{\"id\":\"r\",\"instructions\":\"Be kind to %s\",\"output\":[{\"type\":\"reasoning\",\"encrypted_content\":\"Org1a2b3c4d\",\"summary\":[]}]}";

    assertThat(whole(Wire.OPENAI_RESPONSES, answer.formatted("ORG1A2B3C4D")))
        .isEqualTo(answer.formatted("Müller 😀 & Co"));
  }

  @Test
  void dataOfSeveralLinesIsRead() {
    assertThat(
            relayed(
                Wire.OPENAI_CHAT,
                "data: {\"choices\":\ndata: [{\"delta\":{\"content\":\"Org1a2b3c4d\"}}]}\nretry: 1\n\n"))
        .isEqualTo(
            "data: {\"choices\":[{\"delta\":{\"content\":\"Müller 😀 & Co\"}}]}\nretry: 1\n\n");
  }

  @Test
  void answerThatMustBeJsonStaysJson() {
    Restoration restoration =
        Restoration.of(
            RandomAnswers.PSEUDONYMS,
            EveryChunkingTest.request(Wire.OPENAI_CHAT, true, new ResponseFormat.JsonObject()),
            sink.events::add);

    restoration.accept(new Event.TextDelta(0, "{\"name\":\"Person7hk2m9qx\"}"));

    assertThat(sink.events)
        .containsExactly(new Event.TextDelta(0, "{\"name\":\"Zoë \\\"Zo\\\" O'Hara\"}"));
  }

  @Test
  void blockOfTheTranslatedLaneIsCompleteBeforeTheNextBegins() {
    Restoration restoration = EveryChunkingTest.restoration(Wire.ANTHROPIC_MESSAGES, true, sink);

    restoration.accept(new Event.ThinkingDelta(0, "is it Person"));
    restoration.accept(new Event.TextDelta(0, "7hk2m9qw"));
    restoration.accept(new Event.ToolCallDelta(0, 0, "id", "Org1a2b3c4d", ""));

    assertThat(sink.events)
        .containsExactly(
            new Event.ThinkingDelta(0, "is it "),
            new Event.ThinkingDelta(0, "Person"),
            new Event.TextDelta(0, "7hk2m9qw"),
            new Event.ToolCallDelta(0, 0, "id", "Org1a2b3c4d", ""));
  }

  @Test
  void charactersAreCountedAsTheUpstreamProducedThem() {
    whole(Wire.OLLAMA_GENERATE, "{\"response\":\"Org1a2b3c4d\",\"done\":true}");

    assertThat(sink.events)
        .singleElement()
        .isInstanceOfSatisfying(
            Event.VerbatimEnd.class, end -> assertThat(end.outputCharacters()).isEqualTo(5));
  }

  @Test
  void errorThatQuotesTheRequestIsRestored() {
    Restoration restoration = EveryChunkingTest.restoration(Wire.OPENAI_CHAT, false, sink);

    byte[] error =
        restoration.document(
            WireScript.bytes("{\"error\":{\"message\":\"Invalid value: 'Org1a2b3c4d'\"}}"));
    byte[] noJson = restoration.document(WireScript.bytes("Org1a2b3c4d {"));

    assertThat(new String(error, StandardCharsets.UTF_8))
        .isEqualTo("{\"error\":{\"message\":\"Invalid value: 'Müller 😀 & Co'\"}}");
    assertThat(new String(noJson, StandardCharsets.UTF_8)).isEqualTo("Org1a2b3c4d {");
  }

  @Test
  void vectorsAreNotRead() {
    String answer = "{\"data\":[{\"embedding\":\"Org1a2b3c4d\"}]}";

    for (Wire wire : List.of(Wire.OPENAI_EMBEDDINGS, Wire.ANTHROPIC_COUNT_TOKENS)) {
      assertThat(whole(wire, answer)).endsWith(answer);
    }
  }
}
