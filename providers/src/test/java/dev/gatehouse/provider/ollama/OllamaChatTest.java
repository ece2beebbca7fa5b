package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.Recordings;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaChatTest {
  private static final String DONE =
      "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,"
          + "\"done_reason\":\"stop\",\"prompt_eval_count\":26,\"eval_count\":7}\n";

  private static ScriptedUpstream.Script lines(String... lines) {
    return exchange -> {
      exchange.begin(200, "application/x-ndjson");
      for (String line : lines) {
        exchange.chunk(line);
      }
      exchange.end();
    };
  }

  private static String says(String json) {
    return "{\"model\":\"m\",\"message\":{\"role\":\"assistant\"," + json + "},\"done\":false}\n";
  }

  private static List<Event> events(Asked asked, ScriptedUpstream.Script script) {
    try (FakeOllama ollama = new FakeOllama(script)) {
      OllamaProvider provider = ollama.provider();
      return asked.askedOf(provider, FakeOllama.model(provider, "able:8b"));
    }
  }

  private static JsonNode sent(Asked asked) {
    return sent(asked, "ok");
  }

  private static JsonNode sent(Asked asked, String answer) {
    String quoted = TextNode.valueOf(answer).toString();
    try (FakeOllama ollama = new FakeOllama(lines(says("\"content\":" + quoted), DONE))) {
      OllamaProvider provider = ollama.provider();
      asked.askedOf(provider, FakeOllama.model(provider, "able:8b"));
      return Asked.json(ollama.chats().getFirst().bodyText());
    }
  }

  @Test
  void textArrivesPieceByPieceWithUsageAndEnd() {
    List<Event> events =
        events(
            Asked.of("hi"), lines(says("\"content\":\"Hel\""), says("\"content\":\"lo\""), DONE));

    assertThat(events)
        .containsExactly(
            new Event.Started("m", "", List.of()),
            new Event.TextDelta(0, "Hel"),
            new Event.TextDelta(0, "lo"),
            new Event.UsageReported(Usage.of(26, 7)),
            Event.Ended.of(FinishReason.STOP));
  }

  @Test
  void lineSeparatorsOfUnicodeAndCharactersSplitOverChunksSurvive() {
    String line = says("\"content\":\"a\u2028b\u2029c\u0085d 🦉\"");
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

    List<Event> events =
        events(
            Asked.of("hi"),
            exchange -> {
              exchange.begin(200, "application/x-ndjson");
              for (byte each : bytes) {
                exchange.chunk(new byte[] {each});
              }
              exchange.chunk(DONE);
              exchange.end();
            });

    assertThat(Asked.text(events)).isEqualTo("a\u2028b\u2029c\u0085d 🦉");
  }

  @Test
  void thinkingIsKeptApartFromText() {
    List<Event> events =
        events(
            Asked.of("hi"),
            lines(says("\"content\":\"\",\"thinking\":\"hm\""), says("\"content\":\"4\""), DONE));

    assertThat(events).contains(new Event.ThinkingDelta(0, "hm"), new Event.TextDelta(0, "4"));
  }

  @Test
  void parallelToolCallsThatAreAllNumberedZeroStayApart() {
    String calls =
        says(
            "\"content\":\"\",\"tool_calls\":[{\"id\":\"call_a\",\"function\":{\"index\":0,\"name\":\"get_weather\","
                + "\"arguments\":{\"city\":\"Rome\"}}},{\"function\":{\"index\":0,\"name\":\"get_weather\","
                + "\"arguments\":{\"city\":\"Oslo\"}}}]");

    List<Event> events = events(Asked.of("hi"), lines(calls, DONE));

    List<Event.ToolCallDelta> found =
        events.stream()
            .filter(Event.ToolCallDelta.class::isInstance)
            .map(Event.ToolCallDelta.class::cast)
            .toList();
    assertThat(found).extracting(Event.ToolCallDelta::index).containsExactly(0, 1);
    assertThat(found)
        .extracting(Event.ToolCallDelta::arguments)
        .containsExactly("{\"city\":\"Rome\"}", "{\"city\":\"Oslo\"}");
    assertThat(found.getFirst().id()).isEqualTo("call_a");
    assertThat(found.getLast().id()).startsWith("call_").isNotEqualTo("call_a");
    assertThat(events.getLast()).isEqualTo(Event.Ended.of(FinishReason.TOOL_CALLS));
  }

  @Test
  void aClientThatTakesOneToolCallATurnGetsTheFirst() {
    String call = "{\"function\":{\"name\":\"get_weather\",\"arguments\":{\"city\":\"%s\"}}}";
    String two = call.formatted("Rome") + "," + call.formatted("Oslo");
    String calls = says("\"content\":\"\",\"tool_calls\":[" + two + "]");

    List<Event> events = events(Asked.of("hi").with(oneCallATurn()), lines(calls, calls, DONE));

    assertThat(events)
        .filteredOn(Event.ToolCallDelta.class::isInstance)
        .extracting(event -> ((Event.ToolCallDelta) event).arguments())
        .containsExactly("{\"city\":\"Rome\"}");
  }

  private static GenerationOptions oneCallATurn() {
    GenerationOptions none = GenerationOptions.defaults();
    return new GenerationOptions(
        none.temperature(),
        none.topP(),
        OptionalInt.of(7),
        none.maxOutputTokens(),
        none.stop(),
        none.seed(),
        none.presencePenalty(),
        none.frequencyPenalty(),
        none.choices(),
        none.reasoning(),
        Optional.of(false));
  }

  @Test
  void howManyOfTheLikeliestTokensAreLookedAtIsSent() {
    assertThat(sent(Asked.of("hi").with(oneCallATurn())).at("/options/top_k").asInt()).isEqualTo(7);
  }

  @Test
  void aCutAnswerEndsWithLengthAndAbsentCountsAreZero() {
    List<Event> events =
        events(
            Asked.of("hi"),
            lines(
                says("\"content\":\"x\""),
                "{\"model\":\"m\",\"done\":true,\"done_reason\":\"length\",\"eval_count\":1,"
                    + "\"message\":{\"role\":\"assistant\",\"content\":\"\"}}\n"));

    assertThat(events)
        .endsWith(new Event.UsageReported(Usage.of(0, 1)), Event.Ended.of(FinishReason.LENGTH));
  }

  @Test
  void theLimitsThatLangChainCannotCarryAreSent() {
    GenerationOptions options =
        new GenerationOptions(
            OptionalDouble.of(0.5),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.of(100),
            List.of("END"),
            OptionalLong.of(12345678901L),
            OptionalDouble.of(0.25),
            OptionalDouble.of(-1),
            1,
            Optional.empty(),
            Optional.empty());

    JsonNode body = sent(Asked.of("hi").with(options));

    assertThat(body.path("truncate").isBoolean()).isTrue();
    assertThat(body.path("truncate").asBoolean()).isFalse();
    assertThat(body.path("think").asBoolean()).isTrue();
    assertThat(body.path("stream").asBoolean()).isTrue();
    assertThat(body.path("options"))
        .isEqualTo(
            Asked.json(
                "{\"temperature\":0.5,\"num_predict\":100,\"stop\":[\"END\"],\"num_ctx\":8192,"
                    + "\"seed\":12345678901,\"presence_penalty\":0.25,\"frequency_penalty\":-1.0}"));
  }

  @Test
  void anOutputLimitIsSentAlsoWhereTheClientSetNone() {
    JsonNode body = sent(Asked.of("hi"));

    assertThat(body.path("options").path("num_predict").asInt()).isEqualTo(256);
  }

  @ParameterizedTest
  @CsvSource({
    "none, false",
    "minimal, low",
    "low, low",
    "medium, medium",
    "high, high",
    "xhigh, high",
    "max, max",
    "auto, true"
  })
  void aThinkingModelIsToldHowMuchToThink(String effort, String think) {
    JsonNode body = sent(Asked.of("hi").with(Asked.effort(effort)));

    assertThat(body.path("think").asText()).isEqualTo(think);
  }

  @Test
  void toolsGoOutWithTheCallersOwnSchema() {
    JsonNode body = sent(Asked.of("hi").with(new ToolChoice.Auto(), Asked.weatherTool()));

    assertThat(body.path("tools").path(0).path("function").path("parameters"))
        .isEqualTo(Asked.weatherTool().parameters().orElseThrow());
  }

  @Test
  void toolChoiceNoneOffersNoTools() {
    JsonNode body = sent(Asked.of("hi").with(new ToolChoice.None(), Asked.weatherTool()));

    assertThat(body.has("tools")).isFalse();
  }

  @Test
  void aConversationWithToolsReachesTheModelWhole() {
    Asked asked =
        Asked.of(
            Asked.turn(Role.SYSTEM, new Part.Text("Be brief.")),
            Asked.turn(Role.DEVELOPER, new Part.Text("Be kind.")),
            Asked.turn(Role.USER, new Part.Text("one"), new Part.Text("two")),
            Asked.turn(
                Role.ASSISTANT,
                new Part.Thinking("hm", ""),
                new Part.ToolCall("call_1", "get_weather", "{\"city\":\"Rome\",\"a\":1}"),
                new Part.ToolCall("call_2", "get_weather", "")),
            Asked.turn(Role.TOOL, Part.ToolResult.of("call_1", "18 C")),
            Asked.turn(Role.TOOL, Part.ToolResult.of("call_2", "")),
            Asked.turn(Role.USER, new Part.Text("")));

    JsonNode messages = sent(asked).path("messages");

    assertThat(messages)
        .isEqualTo(
            Asked.json(
                """
                [{"role":"system","content":"Be brief."},
                 {"role":"system","content":"Be kind."},
                 {"role":"user","content":"one\\ntwo"},
                 {"role":"assistant","content":"","tool_calls":[
                  {"id":"call_1","function":{"name":"get_weather","arguments":{"city":"Rome","a":1}}},
                  {"id":"call_2","function":{"name":"get_weather","arguments":{}}}],"thinking":"hm"},
                 {"role":"tool","content":"18 C","tool_name":"get_weather","tool_call_id":"call_1"},
                 {"role":"tool","content":"","tool_name":"get_weather","tool_call_id":"call_2"},
                 {"role":"user","content":""}]
                """));
  }

  @Test
  void imagesGoInAsBase64() {
    Asked asked =
        Asked.of(
            Asked.turn(
                Role.USER,
                new Part.Text("what?"),
                new Part.Image("data:image/png;base64,aGk=", Optional.empty())));

    assertThat(sent(asked).path("messages").path(0).path("images"))
        .isEqualTo(Asked.json("[\"aGk=\"]"));
  }

  @Test
  void anImageByAddressIsRefusedByItsFieldAndNeverFetched() {
    try (ScriptedUpstream images = ScriptedUpstream.start(exchange -> exchange.json(200, "{}"))) {
      String url = images.url("/a.png").toString();
      Asked asked =
          Asked.of(
              Asked.turn(Role.USER, new Part.Text("what?"), new Part.Image(url, Optional.empty())));

      assertThatThrownBy(() -> sent(asked))
          .isInstanceOfSatisfying(
              ProviderException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(Kind.REJECTED);
                assertThat(body(e).path("error").path("param").asText())
                    .isEqualTo("messages[0].content[1].image_url.url");
                assertThat(e).hasMessageNotContaining(url);
              });
      assertThat(images.connections()).isZero();
    }
  }

  @Test
  void aSchemaForTheAnswerGoesOutAsWritten() {
    JsonNode schema = Asked.weatherTool().parameters().orElseThrow();

    JsonNode body =
        sent(
            Asked.of("hi").with(new ResponseFormat.JsonSchema("w", schema, true)),
            "{\"city\":\"Rome\"}");

    assertThat(body.path("format")).isEqualTo(schema);
  }

  @Test
  void theContextGrowsWithTheNeedAndIsThenKept() {
    try (FakeOllama ollama = new FakeOllama(lines(says("\"content\":\"ok\""), DONE))) {
      OllamaProvider provider = ollama.provider();

      for (String text : List.of("hi", "long ".repeat(9000), "hi", "long ".repeat(90000))) {
        Asked.of(text).askedOf(provider, FakeOllama.model(provider, "able:8b"));
      }

      assertThat(ollama.chats())
          .extracting(
              exchange -> Asked.json(exchange.bodyText()).path("options").path("num_ctx").asInt())
          .containsExactly(8192, 16384, 16384, 40960);
    }
  }

  @Test
  void aPromptThatWasGuessedTooShortIsSentAgainWithRoomForIt() {
    try (FakeOllama ollama = new FakeOllama(OllamaChatTest::tooLongBelow12000)) {
      OllamaProvider provider = ollama.provider();

      List<Event> events = Asked.of("hi").askedOf(provider, FakeOllama.model(provider, "able:8b"));

      assertThat(Asked.text(events)).isEqualTo("ok");
      assertThat(ollama.chats()).hasSize(2);
    }
  }

  @Test
  void aFinishedAnswerLeavesItsConnectionToTheNextCall() {
    try (FakeOllama ollama = new FakeOllama(lines(says("\"content\":\"ok\""), DONE))) {
      OllamaProvider provider = ollama.provider();
      Asked.of("hi").askedOf(provider, FakeOllama.model(provider, "able:8b"));
      int before = ollama.server.connections();

      Asked.of("hi").askedOf(provider, FakeOllama.model(provider, "able:8b"));

      assertThat(ollama.chats()).hasSize(2);
      assertThat(ollama.server.connections()).isEqualTo(before);
    }
  }

  private static void tooLongBelow12000(Exchange exchange) throws IOException {
    int context = Asked.json(exchange.bodyText()).path("options").path("num_ctx").asInt();
    if (context < 12000) {
      exchange.json(400, tooLong(11000, context));
    } else {
      lines(says("\"content\":\"ok\""), DONE).answer(exchange);
    }
  }

  private static String tooLong(int prompt, int context) {
    return """
    {"error":"{\\"error\\":{\\"code\\":400,\\"message\\":\\"request (%d tokens) exceeds\\",\
    \\"type\\":\\"exceed_context_size_error\\",\\"n_prompt_tokens\\":%d,\\"n_ctx\\":%d}}"}
    """
        .formatted(prompt, prompt, context);
  }

  @Test
  void aPromptThatFitsNowhereIsRejectedWithBothNumbers() {
    assertThatThrownBy(
            () -> events(Asked.of("hi"), exchange -> exchange.json(400, tooLong(50000, 40960))))
        .isInstanceOfSatisfying(
            ProviderException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.TOO_LONG);
              JsonNode error = body(e).path("error");
              assertThat(error.path("code").asText()).isEqualTo("context_length_exceeded");
              assertThat(error.path("message").asText()).contains("40960").contains("50000");
            });
  }

  private static JsonNode body(ProviderException e) {
    return Asked.json(new String(e.answer().orElseThrow().body(), StandardCharsets.UTF_8));
  }

  @Test
  void realOllamaStreamsAreReadAsTheyWereRecorded() {
    for (String name : List.of("chat_stream", "chat_unicode_stream", "native_chat_stream")) {
      JsonNode recorded = Recordings.ollama(name);
      StringBuilder expected = new StringBuilder();
      recorded
          .path("response_chunks")
          .forEach(
              chunk ->
                  expected.append(
                      Asked.json(chunk.path("text").asText())
                          .path("message")
                          .path("content")
                          .asText()));

      List<Event> events =
          events(Asked.of("hi"), exchange -> Recordings.replay(recorded, exchange));

      assertThat(Asked.text(events)).as(name).isEqualTo(expected.toString());
      assertThat(events.getLast()).isInstanceOf(Event.Ended.class);
    }
  }

  @Test
  void aRealThinkingStreamIsAllThoughts() {
    JsonNode recorded = Recordings.ollama("chat_think_true_stream");

    List<Event> events = events(Asked.of("hi"), exchange -> Recordings.replay(recorded, exchange));

    assertThat(Asked.text(events)).isEmpty();
    assertThat(events).filteredOn(Event.ThinkingDelta.class::isInstance).hasSize(6);
    assertThat(events).contains(new Event.UsageReported(Usage.of(41, 8)));
  }

  @Test
  void aRealRefusalOfAPromptThatIsTooLongIsUnderstood() {
    JsonNode recorded = Recordings.ollama("trunc_chat_one_long_truncate_false");
    try (FakeOllama ollama = new FakeOllama(exchange -> Recordings.replay(recorded, exchange))) {
      OllamaProvider provider = ollama.provider();

      assertThatThrownBy(
              () -> Asked.of("hi").askedOf(provider, FakeOllama.model(provider, "tiny:latest")))
          .isInstanceOfSatisfying(
              ProviderException.class,
              e ->
                  assertThat(body(e).path("error").path("message").asText())
                      .contains("512")
                      .contains("1513"));
    }
  }
}
