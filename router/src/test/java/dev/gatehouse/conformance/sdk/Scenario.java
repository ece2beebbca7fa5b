package dev.gatehouse.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.conformance.Ask;
import dev.gatehouse.conformance.ScriptedModel;
import dev.gatehouse.conformance.sdk.Client.Ending;
import dev.gatehouse.conformance.sdk.Client.Refused;
import dev.gatehouse.conformance.sdk.Client.Reply;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an application does with a model, and what has to come of it whoever answers. */
enum Scenario {
  TEXT("text"),
  STREAMED_TEXT("streamed text"),
  SYSTEM_PROMPT("system prompt"),
  MULTI_TURN("several turns"),
  TOOLS("tool call and result"),
  STREAMED_TOOLS("streamed tool call and result"),
  PARALLEL_TOOLS("parallel tool calls"),
  STREAMED_PARALLEL_TOOLS("streamed parallel tool calls"),
  FORCED_TOOL("forced tool"),
  IMAGE("image"),
  JSON_SCHEMA("JSON schema"),
  STREAMED_JSON_SCHEMA("streamed JSON schema"),
  STOP_SEQUENCE("stop sequence"),
  LENGTH_CUT("length cut"),
  STREAMED_LENGTH_CUT("streamed length cut"),
  UNICODE("odd characters"),
  STREAMED_UNICODE("streamed odd characters"),
  BAD_REQUEST("upstream 400"),
  RATE_LIMIT("upstream 429"),
  SERVER_ERROR("upstream 500"),
  CUT_STREAM("stream that breaks off"),
  CUT_ANSWER("answer that breaks off");

  /** The least that OpenAI's responses take. */
  private static final int FEW = 16;

  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private static final JsonNode CITY =
      json(
          """
          {"type":"object","properties":{"city":{"type":"string","description":"Where"}},
           "required":["city"],"additionalProperties":false}
          """);
  private static final JsonNode POPULATION =
      json(
          """
          {"type":"object","properties":{"city":{"type":"string"},"population":{"type":"integer"}},
           "required":["city","population"],"additionalProperties":false}
          """);
  private static final Ask.Tool WEATHER =
      new Ask.Tool("get_weather", "The weather in a city", CITY);
  private static final Ask.Tool TIME = new Ask.Tool("get_time", "The time in a city", CITY);

  private final String label;

  Scenario(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Plays it in a cell; fails where anything is not as it has to be. */
  void play(Cell cell) {
    switch (this) {
      case TEXT -> text(cell, whole());
      case STREAMED_TEXT -> text(cell, Ask::streamed);
      case SYSTEM_PROMPT -> systemPrompt(cell);
      case MULTI_TURN -> multiTurn(cell);
      case TOOLS -> tools(cell, whole(), 1);
      case STREAMED_TOOLS -> tools(cell, Ask::streamed, 1);
      case PARALLEL_TOOLS -> tools(cell, whole(), 2);
      case STREAMED_PARALLEL_TOOLS -> tools(cell, Ask::streamed, 2);
      case FORCED_TOOL -> forcedTool(cell);
      case IMAGE -> image(cell);
      case JSON_SCHEMA -> jsonSchema(cell, whole());
      case STREAMED_JSON_SCHEMA -> jsonSchema(cell, Ask::streamed);
      case STOP_SEQUENCE -> stopSequence(cell);
      case LENGTH_CUT -> lengthCut(cell, whole());
      case STREAMED_LENGTH_CUT -> lengthCut(cell, Ask::streamed);
      case UNICODE -> unicode(cell, whole());
      case STREAMED_UNICODE -> unicode(cell, Ask::streamed);
      case BAD_REQUEST -> refused(cell, 400, 400);
      case RATE_LIMIT -> rateLimit(cell);
      case SERVER_ERROR -> serverError(cell);
      case CUT_STREAM -> broken(cell, Ask::streamed);
      case CUT_ANSWER -> broken(cell, whole());
    }
  }

  private static UnaryOperator<Ask> whole() {
    return UnaryOperator.identity();
  }

  private static void text(Cell cell, UnaryOperator<Ask> way) {
    Reply reply = cell.ask(way.apply(Ask.of("Hello")));

    assertThat(reply.text()).isEqualTo(ScriptedModel.GREETING);
    assertThat(reply.ending()).isEqualTo(Ending.STOP);
    assertThat(reply.calls()).isEmpty();
    assertThat(cell.received().lastUserText()).isEqualTo("Hello");
    if (way.apply(Ask.of("")).stream()) {
      assertThat(reply.pieces()).as("pieces").isGreaterThan(1);
    }
  }

  private static void systemPrompt(Cell cell) {
    Reply reply = cell.ask(Ask.of("Please recall.").withSystem("Be brief."));

    assertThat(reply.text()).isEqualTo("system=Be brief.|user=Please recall.");
  }

  private static void multiTurn(Cell cell) {
    Reply reply =
        cell.ask(
            Ask.of(
                List.of(
                    user("My name is Ann."),
                    new Ask.Model("Hello Ann.", List.of()),
                    user("Please recall."))));

    assertThat(reply.text())
        .isEqualTo("system=|user=My name is Ann.|model=Hello Ann.|user=Please recall.");
  }

  private static void tools(Cell cell, UnaryOperator<Ask> way, int calls) {
    List<Ask.Turn> turns = new ArrayList<>();
    turns.add(user("What is the weather in Paris" + (calls > 1 ? " and Rome?" : "?")));
    Reply reply = cell.ask(way.apply(Ask.of(turns).withTools(List.of(WEATHER, TIME))));

    assertThat(reply.ending()).isEqualTo(Ending.TOOL_CALLS);
    assertThat(reply.calls()).extracting(Ask.Call::name).hasSize(calls).containsOnly("get_weather");
    assertThat(reply.calls())
        .extracting(call -> json(call.arguments()).path("city").asText())
        .isEqualTo(List.of("Paris", "Rome").subList(0, calls));
    assertThat(reply.calls())
        .extracting(Ask.Call::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> !id.isBlank());
    assertThat(offered(cell.received()))
        .isEqualTo(offered(Ask.of("").withTools(List.of(WEATHER, TIME))));

    turns.add(new Ask.Model("", reply.calls()));
    reply.calls().forEach(call -> turns.add(result(call)));
    Reply then = cell.ask(way.apply(Ask.of(turns).withTools(List.of(WEATHER, TIME))));

    assertThat(then.text())
        .isEqualTo("The tools say: Paris: 21 degrees" + (calls > 1 ? "; Rome: 21 degrees" : ""));
    assertThat(then.ending()).isEqualTo(Ending.STOP);
    assertThat(callsOf(cell.received())).isEqualTo(namesAndArguments(reply.calls()));
  }

  /** Clients add and leave out what a schema may do without. */
  private static List<String> offered(Ask ask) {
    return ask.tools().stream()
        .map(
            tool ->
                tool.name()
                    + tool.description()
                    + tool.parameters().path("properties")
                    + tool.parameters().path("required"))
        .toList();
  }

  private static Ask.Result result(Ask.Call call) {
    return new Ask.Result(call.id(), json(call.arguments()).path("city").asText() + ": 21 degrees");
  }

  private static List<String> callsOf(Ask ask) {
    return ask.turns().stream()
        .flatMap(
            turn ->
                turn instanceof Ask.Model said
                    ? namesAndArguments(said.calls()).stream()
                    : List.<String>of().stream())
        .toList();
  }

  private static List<String> namesAndArguments(List<Ask.Call> calls) {
    return calls.stream().map(call -> call.name() + json(call.arguments())).toList();
  }

  private static void forcedTool(Cell cell) {
    Reply reply =
        cell.ask(
            Ask.of("Do something.").withTools(List.of(WEATHER, TIME)).withForcedTool("get_time"));

    assertThat(reply.calls()).extracting(Ask.Call::name).containsExactly("get_time");
    assertThat(reply.ending()).isEqualTo(Ending.TOOL_CALLS);
    assertThat(json(reply.calls().getFirst().arguments()).path("city").asText()).isEqualTo("Paris");
  }

  private static void image(Cell cell) {
    Reply reply =
        cell.ask(
            Ask.of(
                List.of(
                    new Ask.User(
                        "What is in this picture?", List.of(new Ask.Picture("image/png", PNG))))));

    assertThat(reply.text()).isEqualTo("I see image/png:" + PNG + ".");
  }

  private static void jsonSchema(Cell cell, UnaryOperator<Ask> way) {
    Reply reply = cell.ask(way.apply(Ask.of("Tell of Paris.").withSchema(POPULATION)));

    assertThat(json(reply.text())).isEqualTo(json("{\"city\":\"Paris\",\"population\":42}"));
    assertThat(reply.ending()).isEqualTo(Ending.STOP);
    assertThat(reply.calls()).isEmpty();
  }

  private static void stopSequence(Cell cell) {
    Reply reply = cell.ask(Ask.of("Please count.").withStop("four"));

    assertThat(reply.text()).isEqualTo("one two three ");
    assertThat(reply.ending()).isEqualTo(Ending.STOP);
    assertThat(cell.received().stop()).containsExactly("four");
  }

  private static void lengthCut(Cell cell, UnaryOperator<Ask> way) {
    Reply reply = cell.ask(way.apply(Ask.of("Please count.").withMaxTokens(FEW)));

    assertThat(reply.text()).isEqualTo("one two three");
    assertThat(reply.ending()).isEqualTo(Ending.LENGTH);
    assertThat(cell.received().maxTokens()).hasValue(FEW);
  }

  private static void unicode(Cell cell, UnaryOperator<Ask> way) {
    Reply reply = cell.ask(way.apply(Ask.of("Say odd characters: " + ScriptedModel.ODD)));

    assertThat(reply.text()).isEqualTo(ScriptedModel.ODD);
    assertThat(cell.received().lastUserText())
        .isEqualTo("Say odd characters: " + ScriptedModel.ODD);
  }

  private static void refused(Cell cell, int upstream, int expected) {
    for (UnaryOperator<Ask> way : List.of(whole(), (UnaryOperator<Ask>) Ask::streamed)) {
      Refused refused = cell.refusal(way.apply(Ask.of("Please fail with " + upstream)));

      assertThat(refused.status()).isEqualTo(expected);
    }
  }

  private static void rateLimit(Cell cell) {
    refused(cell, 429, 429);
    Refused refused = cell.refusal(Ask.of("Please fail with 429"));

    refused.retryAfter().ifPresent(after -> assertThat(after).isEqualTo(ScriptedModel.RETRY_AFTER));
    if (cell.client().tellsRetryAfter()) {
      assertThat(refused.retryAfter()).isPresent();
    }
  }

  private static void serverError(Cell cell) {
    Refused refused = cell.refusal(Ask.of("Please fail with 500"));

    assertThat(refused.status()).isIn(500, 502);
  }

  private static void broken(Cell cell, UnaryOperator<Ask> way) {
    assertThatThrownBy(() -> cell.ask(way.apply(Ask.of("Please break off."))))
        .isNotInstanceOf(AssertionError.class)
        .satisfies(
            failure -> {
              if (failure instanceof Refused refused) {
                assertThat(refused.status()).isEqualTo(502);
              }
            });
  }

  private static Ask.User user(String text) {
    return new Ask.User(text, List.of());
  }

  private static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
