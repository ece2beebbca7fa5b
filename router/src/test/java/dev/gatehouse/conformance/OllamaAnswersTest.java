package dev.gatehouse.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What our Ollama endpoints answer, judged by Ollama's own description. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OllamaAnswersTest {
  private static final String TOOLS =
      ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"description\":\"d\","
          + "\"parameters\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}}}]";
  private static final Map<String, String> CHATS =
      Map.of(
          "text",
          user("Hello"),
          "thinking",
          user("Please think."),
          "one call",
          user("The weather in Paris?") + TOOLS,
          "two calls",
          user("The weather in Paris and Rome?") + TOOLS,
          "cut by the limit",
          user("Please count.") + ",\"options\":{\"num_predict\":3}",
          "odd characters",
          user("Say odd characters."));

  @TempDir private static Path data;

  private JudgedGateway gateway;

  @BeforeAll
  void start() {
    gateway = new JudgedGateway(SpecValidator.ollama(), data);
  }

  @AfterAll
  void stop() {
    if (gateway != null) { // without the descriptions nothing was started
      gateway.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyWholeChatIsAsDescribed() {
    return cells(
        (kind, fields) -> {
          var answer = gateway.post("/api/chat", body(kind, fields + ",\"stream\":false"));

          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          assertThat(JudgedGateway.contentType(answer)).startsWith("application/json");
          assertThat(gateway.problems("/api/chat", answer)).as(answer.body()).isEmpty();
          assertEnd(JudgedGateway.json(answer));
        });
  }

  @TestFactory
  Stream<DynamicTest> everyLineOfAStreamedChatIsAsDescribed() {
    return cells(
        (kind, fields) -> {
          var answer = gateway.post("/api/chat", body(kind, fields));

          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          assertThat(JudgedGateway.contentType(answer)).startsWith("application/x-ndjson");
          assertThat(gateway.problems("/api/chat", answer)).as(answer.body()).isEmpty();
          List<JsonNode> lines = JudgedGateway.lines(answer);
          assertThat(lines.subList(0, lines.size() - 1))
              .allMatch(line -> line.has("done") && !line.path("done").booleanValue());
          assertThat(lines.getLast().at("/message/content").asText("none")).isEmpty();
          assertEnd(lines.getLast());
        });
  }

  private static void assertEnd(JsonNode last) {
    assertThat(last.path("done").booleanValue()).isTrue();
    assertThat(last.path("done_reason").asText()).isIn("stop", "length");
    assertThat(last.path("prompt_eval_count").asInt()).isEqualTo(ScriptedModel.INPUT_TOKENS);
    assertThat(last.path("eval_count").asInt()).isEqualTo(ScriptedModel.OUTPUT_TOKENS);
    assertThat(last.path("total_duration").asLong()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(UpstreamKind.class)
  void generatedTextIsAsDescribed(UpstreamKind kind) {
    var whole = gateway.post("/api/generate", body(kind, "\"prompt\":\"Hello\",\"stream\":false"));
    var streamed = gateway.post("/api/generate", body(kind, "\"prompt\":\"Hello\""));

    assertThat(whole.statusCode()).as(whole.body()).isEqualTo(200);
    assertThat(gateway.problems("/api/generate", whole)).isEmpty();
    assertThat(JudgedGateway.json(whole).path("response").asText())
        .isEqualTo(ScriptedModel.GREETING);
    assertThat(gateway.problems("/api/generate", streamed)).isEmpty();
    assertEnd(JudgedGateway.json(whole));
    assertEnd(JudgedGateway.lines(streamed).getLast());
  }

  @ParameterizedTest
  @EnumSource(UpstreamKind.class)
  void shownModelIsAsDescribed(UpstreamKind kind) {
    var answer = gateway.post("/api/show", "{\"model\":\"" + kind.model() + "\"}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(gateway.problems("/api/show", answer)).isEmpty();
  }

  @Test
  void listsAreAsDescribed() {
    for (String path : new String[] {"/api/tags", "/api/ps", "/api/version"}) {
      var answer = gateway.get(path);

      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(gateway.problemsOf("GET", path, answer)).as(answer.body()).isEmpty();
    }
  }

  @Test
  void vectorsAreAsDescribed() {
    for (String model : new String[] {"ollama/embed:latest", "openai/text-embedding-3-small"}) {
      var answer =
          gateway.post("/api/embed", "{\"model\":\"" + model + "\",\"input\":[\"a\",\"b\"]}");

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(gateway.problems("/api/embed", answer)).as(answer.body()).isEmpty();
      assertThat(JudgedGateway.json(answer).at("/embeddings/1/0").asDouble()).isEqualTo(0.25);
    }
  }

  @ParameterizedTest
  @EnumSource(UpstreamKind.class)
  void errorsAreATextUnderError(UpstreamKind kind) {
    for (int status : new int[] {400, 429, 500}) {
      var answer = gateway.post("/api/chat", body(kind, user("Please fail with " + status)));

      assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
      assertThat(JudgedGateway.contentType(answer)).startsWith("application/json");
      assertThat(JudgedGateway.json(answer).path("error").isTextual()).as(answer.body()).isTrue();
    }
  }

  @Test
  void chatWithoutAModelIsRefusedAsOllamaDoes() {
    for (String body : new String[] {"{}", "{\"model\":\"\"}"}) {
      var answer = gateway.post("/api/chat", body);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(JudgedGateway.json(answer).path("error").asText()).isEqualTo("model is required");
    }
  }

  private interface Check {
    void of(UpstreamKind kind, String fields);
  }

  private static Stream<DynamicTest> cells(Check check) {
    return Stream.of(UpstreamKind.values())
        .flatMap(
            kind ->
                CHATS.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(
                        question ->
                            DynamicTest.dynamicTest(
                                kind.label() + ": " + question.getKey(),
                                () -> check.of(kind, question.getValue()))));
  }

  private static String user(String text) {
    return "\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]";
  }

  private static String body(UpstreamKind kind, String fields) {
    return "{\"model\":\"" + kind.model() + "\"," + fields + "}";
  }
}
