package dev.gatehouse.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.scripted.ScriptedUpstream.Script;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a client of another dialect gets of an answer in OpenAI's. */
class OpenAiTranslatedAnswerTest {
  private static final String DONE = "data: [DONE]\n\n";

  private static String delta(String members) {
    return "data: {\"id\":\"c1\",\"model\":\"gpt-x-1\",\"choices\":[{\"index\":0,\"delta\":{"
        + members
        + "},\"finish_reason\":null}]}\n\n";
  }

  private static String end(String reason) {
    return "data: {\"model\":\"gpt-x-1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\""
        + reason
        + "\"}]}\n\n";
  }

  private static String usage(String members) {
    return "data: {\"model\":\"gpt-x-1\",\"choices\":[],\"usage\":{" + members + "}}\n\n";
  }

  /** Each entry is the inside of one {@code tool_calls} entry, in a chunk of its own. */
  private static String calls(String... entries) {
    return Arrays.stream(entries)
        .map(entry -> delta("\"tool_calls\":[{" + entry + "}]"))
        .collect(Collectors.joining());
  }

  private static List<Event> answer(Script script) {
    try (OpenAiServer server = OpenAiServer.compatible("m", Set.of(), script)) {
      return server.translated(Wire.ANTHROPIC_MESSAGES, Asked.of("hi"));
    }
  }

  private static List<Event> answer(String... events) {
    return answer(FakeVendor.stream(String.join("", events)));
  }

  private static ProviderException failure(Script script) {
    return catchThrowableOfType(ProviderException.class, () -> answer(script));
  }

  private static ProviderException failure(String... events) {
    return failure(FakeVendor.stream(String.join("", events)));
  }

  private static List<Meaning.Call> called(List<Event> events) {
    return Meaning.of(events).calls();
  }

  @Test
  void textUsageAndEndArriveOneByOne() {
    List<Event> events =
        answer(
            delta("\"role\":\"assistant\",\"content\":\"\""),
            delta("\"content\":\"a\u2028b\""),
            delta("\"content\":\"c\""),
            end("stop"),
            usage("\"prompt_tokens\":12,\"completion_tokens\":3"),
            DONE);

    assertThat(events)
        .containsExactly(
            new Event.Started("gpt-x-1", "", List.of()),
            new Event.TextDelta(0, "a\u2028b"),
            new Event.TextDelta(0, "c"),
            new Event.UsageReported(Usage.of(12, 3)),
            Event.Ended.of(FinishReason.STOP));
  }

  @Test
  void everySpellingOfReasoningIsThinking() {
    List<String> spellings =
        List.of(
            "\"reasoning_content\":\"hm\",\"content\":null",
            "\"reasoning\":\"hm\",\"channel\":\"analysis\"",
            "\"reasoning\":\"hm\",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"hm\"}]",
            "\"content\":\"\",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"hm\"}]",
            "\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"summary\":\"hm\"},{\"type\":\"reasoning.encrypted\",\"data\":\"x\"}]",
            "\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"hm\"}]}]");

    for (String spelling : spellings) {
      assertThat(answer(delta(spelling), delta("\"content\":\"so\""), end("stop"), DONE))
          .as(spelling)
          .containsSubsequence(
              new Event.ThinkingDelta(0, "hm"),
              new Event.TextDelta(0, "so"),
              Event.Ended.of(FinishReason.STOP));
    }
  }

  @Test
  void reasoningComesBeforeTextWhereOneChunkHasBoth() {
    List<Event> events =
        answer(
            delta("\"content\":\"so\",\"reasoning_content\":\"hm\",\"refusal\":null"),
            end("stop"),
            DONE);

    assertThat(events)
        .containsSubsequence(new Event.ThinkingDelta(0, "hm"), new Event.TextDelta(0, "so"));
  }

  @Test
  void aRefusalIsNotText() {
    List<Event> events =
        answer(delta("\"refusal\":\"I can\""), delta("\"refusal\":\"not\""), end("stop"), DONE);

    assertThat(events)
        .containsSubsequence(
            new Event.RefusalDelta(0, "I can"),
            new Event.RefusalDelta(0, "not"),
            Event.Ended.of(FinishReason.STOP));
    assertThat(Asked.text(events)).isEmpty();
  }

  @Test
  void toolCallsArriveInPiecesWithRisingIndex() {
    List<Event> events =
        answer(
            calls(
                "\"index\":0,\"id\":\"c_1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}",
                "\"index\":0,\"function\":{\"arguments\":\"{\\\"a\\\":\"}",
                "\"index\":0,\"function\":{\"arguments\":\"1}\"}",
                "\"index\":1,\"id\":\"c_2\",\"type\":\"function\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}"),
            end("tool_calls"),
            DONE);

    assertThat(events)
        .filteredOn(Event.ToolCallDelta.class::isInstance)
        .containsExactly(
            new Event.ToolCallDelta(0, 0, "c_1", "f", "{\"a\":"),
            new Event.ToolCallDelta(0, 0, "", "", "1}"),
            new Event.ToolCallDelta(0, 1, "c_2", "g", "{}"));
    assertThat(events).last().isEqualTo(Event.Ended.of(FinishReason.TOOL_CALLS));
  }

  @Test
  void parallelCallsThatAllHaveTheIndexZeroOrNoneAreKeptApart() {
    for (String index : List.of("\"index\":0,", "")) {
      List<Event> events =
          answer(
              calls(
                  index + "\"id\":\"c_1\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}",
                  index + "\"id\":\"c_2\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}"),
              end("tool_calls"),
              DONE);

      assertThat(called(events))
          .containsExactly(new Meaning.Call("c_1", "f", "{}"), new Meaning.Call("c_2", "f", "{}"));
    }
  }

  @Test
  void wholeCallsWithoutIdsAreKeptApartAndGivenIds() {
    List<Meaning.Call> calls =
        called(
            answer(
                calls(
                    "\"index\":0,\"id\":\"\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}",
                    "\"index\":0,\"id\":\"\",\"function\":{\"name\":\"g\",\"arguments\":{\"b\":2}}"),
                end("stop"),
                DONE));

    assertThat(calls).extracting(Meaning.Call::name).containsExactly("f", "g");
    assertThat(calls).extracting(Meaning.Call::arguments).containsExactly("{\"a\":1}", "{\"b\":2}");
    assertThat(calls)
        .extracting(Meaning.Call::id)
        .allMatch(id -> id.startsWith("call_"))
        .doesNotHaveDuplicates();
  }

  @Test
  void anIdThatComesLateOrIsRepeatedStandsOnTheFirstPiece() {
    List<Event> events =
        answer(
            calls(
                "\"index\":0,\"function\":{\"name\":\"f\",\"arguments\":\"{\"}",
                "\"index\":0,\"id\":\"c_1\",\"function\":{\"arguments\":\"\\\"a\\\":1\"}",
                "\"index\":0,\"id\":\"c_1\",\"function\":{\"arguments\":\"}\"}"),
            end("tool_calls"),
            DONE);

    assertThat(called(events)).containsExactly(new Meaning.Call("c_1", "f", "{\"a\":1}"));
    assertThat(events)
        .filteredOn(Event.ToolCallDelta.class::isInstance)
        .first()
        .isEqualTo(new Event.ToolCallDelta(0, 0, "c_1", "f", "{\"a\":1"));
  }

  @Test
  void piecesOfTwoCallsMayAlternate() {
    List<Event> events =
        answer(
            calls(
                "\"index\":0,\"id\":\"c_1\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\"\"}",
                "\"index\":1,\"id\":\"c_2\",\"function\":{\"name\":\"g\",\"arguments\":\"{\\\"b\\\"\"}",
                "\"index\":0,\"function\":{\"arguments\":\":1}\"}",
                "\"index\":1,\"function\":{\"arguments\":\":2}\"}"),
            end("tool_calls"),
            DONE);

    assertThat(called(events))
        .containsExactly(
            new Meaning.Call("c_1", "f", "{\"a\":1}"), new Meaning.Call("c_2", "g", "{\"b\":2}"));
  }

  @Test
  void callsThatAllBeginBeforeTheirArgumentsComeKeepThemApart() {
    List<Event> events =
        answer(
            calls(
                "\"index\":0,\"id\":\"c_1\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}",
                "\"index\":1,\"id\":\"c_2\",\"function\":{\"name\":\"g\",\"arguments\":\"\"}",
                "\"index\":2,\"id\":\"c_3\",\"function\":{\"name\":\"h\",\"arguments\":\"\"}",
                "\"index\":0,\"function\":{\"arguments\":\"{\\\"a\\\":1}\"}",
                "\"index\":1,\"function\":{\"arguments\":\"{\\\"b\\\":2}\"}"),
            end("tool_calls"),
            DONE);

    assertThat(called(events))
        .containsExactly(
            new Meaning.Call("c_1", "f", "{\"a\":1}"),
            new Meaning.Call("c_2", "g", "{\"b\":2}"),
            new Meaning.Call("c_3", "h", "{}"));
  }

  @Test
  void aCallWithoutArgumentsHasAnEmptyObject() {
    List<Event> events =
        answer(
            calls("\"index\":0,\"id\":\"c_1\",\"function\":{\"name\":\"now\"}"),
            end("tool_calls"),
            DONE);

    assertThat(called(events)).containsExactly(new Meaning.Call("c_1", "now", "{}"));
  }

  @Test
  void aCustomToolsInputIsItsArguments() {
    List<Event> events =
        answer(
            calls(
                "\"index\":0,\"id\":\"c_1\",\"type\":\"custom\",\"custom\":{\"name\":\"sql\",\"input\":\"SELECT\"}",
                "\"index\":0,\"custom\":{\"input\":\" 1\"}"),
            end("tool_calls"),
            DONE);

    assertThat(called(events)).containsExactly(new Meaning.Call("c_1", "sql", "SELECT 1"));
  }

  @Test
  void everyEndHasItsReasonAndToolCallsOutdoStop() {
    Map<String, FinishReason> reasons =
        Map.of(
            "stop", FinishReason.STOP,
            "length", FinishReason.LENGTH,
            "model_length", FinishReason.LENGTH,
            "content_filter", FinishReason.CONTENT_FILTER,
            "sensitive", FinishReason.CONTENT_FILTER,
            "function_call", FinishReason.TOOL_CALLS);

    reasons.forEach(
        (word, reason) ->
            assertThat(answer(delta("\"content\":\"x\""), end(word), DONE))
                .last()
                .isEqualTo(Event.Ended.of(reason)));
    assertThat(
            answer(
                calls(
                    "\"index\":0,\"id\":\"c_1\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}"),
                end("stop"),
                DONE))
        .last()
        .isEqualTo(Event.Ended.of(FinishReason.TOOL_CALLS));
  }

  @Test
  void usageBesideTheLastChoiceCounts() {
    String last =
        "data: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2,\"prompt_tokens_details\":{\"cached_tokens\":8}}}\n\n";

    assertThat(answer(delta("\"content\":\"x\""), last, DONE))
        .contains(new Event.UsageReported(new Usage(9, 2, 8, 0, 0)));
  }

  @Test
  void anAnswerWithItsReasonButWithoutTheMarkIsWhole() {
    assertThat(answer(delta("\"content\":\"x\""), end("stop")))
        .last()
        .isEqualTo(Event.Ended.of(FinishReason.STOP));
  }

  @Test
  void aServerThatKeepsTheBodyOpenBehindTheMarkIsNotWaitedFor() {
    List<Event> events =
        answer(
            exchange -> {
              exchange.begin(200, "text/event-stream");
              exchange.chunk(delta("\"content\":\"x\"") + end("stop") + DONE);
            });

    assertThat(events).last().isEqualTo(Event.Ended.of(FinishReason.STOP));
  }

  @Test
  void aStreamThatEndsWithoutAReasonIsBroken() {
    assertThat(failure(delta("\"content\":\"x\"")).kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure(delta("\"content\":\"x\""), DONE).kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void aConnectionThatBreaksInMidAnswerIsBroken() {
    ProviderException failure =
        failure(
            exchange -> {
              exchange.begin(200, "text/event-stream");
              exchange.chunk(delta("\"content\":\"x\""));
              exchange.reset();
            });

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void anErrorInsideTheStreamIsAFailureThatQuotesNothing() {
    String error =
        "event: error\ndata: {\"error\":{\"message\":\"secret words\",\"code\":502}}\n\n";

    assertThat(failure(error).kind()).isEqualTo(Kind.FAILED);
    assertThat(failure(delta("\"content\":\"x\""), error))
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.BROKEN))
        .hasMessageNotContaining("secret");
  }

  @Test
  void commentsAreNotEvents() {
    List<Event> events =
        answer(
            ": OPENROUTER PROCESSING\n\n",
            delta("\"content\":\"x\""),
            ": OPENROUTER PROCESSING\n\n",
            end("stop"),
            DONE);

    assertThat(Asked.text(events)).isEqualTo("x");
  }

  @Test
  void anErrorAnswerKeepsStatusBodyAndHeaders() {
    ProviderException failure =
        failure(
            exchange ->
                exchange.respond(
                    429,
                    Map.of("Content-Type", "application/json", "Retry-After", "7"),
                    "{\"error\":{\"message\":\"slow down\"}}".getBytes(StandardCharsets.UTF_8)));

    assertThat(failure.kind()).isEqualTo(Kind.BUSY);
    assertThat(failure.answer().orElseThrow().status()).isEqualTo(429);
    assertThat(failure.answer().orElseThrow().headers())
        .anyMatch(header -> header.value().equals("7"));
  }
}
