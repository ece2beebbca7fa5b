package dev.gatehouse.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Responses endpoints answer, judged by OpenAI's own description. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResponsesAnswersTest {
  private static final String RESPONSES = "/v1/responses";
  private static final String TOOLS =
      ",\"tools\":[{\"type\":\"function\",\"name\":\"get_weather\",\"description\":\"d\",\"strict\":false,"
          + "\"parameters\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}}]";
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "text", input("Hello"),
          "instructions", input("Please recall.") + ",\"instructions\":\"Be brief.\"",
          "thinking", input("Please think."),
          "one call", input("The weather in Paris?") + TOOLS,
          "two calls", input("The weather in Paris and Rome?") + TOOLS,
          "cut by the limit", input("Please count.") + ",\"max_output_tokens\":16",
          "odd characters", input("Say odd characters."));

  @TempDir private static Path data;

  private JudgedGateway gateway;

  @BeforeAll
  void start() {
    gateway = new JudgedGateway(SpecValidator.openAi(), data);
  }

  @AfterAll
  void stop() {
    if (gateway != null) { // without the descriptions nothing was started
      gateway.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyResponseIsAsDescribed() {
    return cells(
        (kind, fields) -> {
          var answer = gateway.post(RESPONSES, body(kind, fields));

          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          assertThat(gateway.problems(RESPONSES, answer)).as(answer.body()).isEmpty();
          assertThat(JudgedGateway.json(answer).at("/usage/total_tokens").asInt())
              .isEqualTo(ScriptedModel.INPUT_TOKENS + ScriptedModel.OUTPUT_TOKENS);
        });
  }

  @TestFactory
  Stream<DynamicTest> everyEventIsAsDescribedAndNumbered() {
    return cells(
        (kind, fields) -> {
          var answer = gateway.post(RESPONSES, body(kind, fields + ",\"stream\":true"));

          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          assertThat(gateway.problems(RESPONSES, answer)).as(answer.body()).isEmpty();
          List<JsonNode> events = JudgedGateway.events(answer);
          assertThat(events.stream().map(event -> event.path("sequence_number").asInt()))
              .containsExactlyElementsOf(IntStream.range(0, events.size()).boxed().toList());
          assertThat(ServerSentEvents.events(answer.body()))
              .allMatch(event -> event.data().contains("\"type\":\"" + event.name() + "\""));
          assertThat(events.getFirst().path("type").asText()).isEqualTo("response.created");
          assertThat(events.getLast().path("type").asText())
              .isIn("response.completed", "response.incomplete");
        });
  }

  @ParameterizedTest
  @EnumSource(UpstreamKind.class)
  void keptResponseIsAsDescribedUntilItIsDeleted(UpstreamKind kind) {
    String id =
        JudgedGateway.json(gateway.post(RESPONSES, body(kind, input("Hello")))).path("id").asText();

    var kept = gateway.get(RESPONSES + "/" + id);
    var items = gateway.get(RESPONSES + "/" + id + "/input_items");
    gateway.delete(RESPONSES + "/" + id);
    var gone = gateway.get(RESPONSES + "/" + id);

    assertThat(gateway.problemsOf("GET", RESPONSES + "/{response_id}", kept)).isEmpty();
    assertThat(gateway.problemsOf("GET", RESPONSES + "/{response_id}/input_items", items))
        .isEmpty();
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gateway.problemsOfError(gone)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(UpstreamKind.class)
  void responseGoesOnFromTheOneBefore(UpstreamKind kind) {
    String id =
        JudgedGateway.json(gateway.post(RESPONSES, body(kind, input("My name is Ann."))))
            .path("id")
            .asText();

    var next =
        gateway.post(
            RESPONSES,
            body(kind, input("Please recall.") + ",\"previous_response_id\":\"" + id + "\""));

    assertThat(gateway.problems(RESPONSES, next)).isEmpty();
    assertThat(text(next)).contains("My name is Ann.", ScriptedModel.GREETING, "Please recall.");
  }

  private static String text(HttpResponse<String> answer) {
    return JudgedGateway.json(answer).path("output").findPath("text").asText();
  }

  @ParameterizedTest
  @EnumSource(UpstreamKind.class)
  void errorsAreAsDescribed(UpstreamKind kind) {
    for (String fields :
        new String[] {
          input("Please fail with 400"),
          input("Please fail with 429"),
          input("Please fail with 500"),
          input("Hello") + ",\"background\":true",
          input("Hello") + ",\"previous_response_id\":\"resp_nobody\"",
          "\"input\":[]",
          "\"input\":7"
        }) {
      var answer = gateway.post(RESPONSES, body(kind, fields));

      assertThat(answer.statusCode()).as(fields).isGreaterThanOrEqualTo(400);
      assertThat(gateway.problemsOfError(answer)).as(answer.body()).isEmpty();
    }
  }

  private interface Check {
    void of(UpstreamKind kind, String fields);
  }

  private static Stream<DynamicTest> cells(Check check) {
    return Stream.of(UpstreamKind.values())
        .flatMap(
            kind ->
                QUESTIONS.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(
                        question ->
                            DynamicTest.dynamicTest(
                                kind.label() + ": " + question.getKey(),
                                () -> check.of(kind, question.getValue()))));
  }

  private static String input(String text) {
    return "\"input\":\"" + text + "\"";
  }

  private static String body(UpstreamKind kind, String fields) {
    return "{\"model\":\"" + kind.model() + "\"," + fields + "}";
  }
}
