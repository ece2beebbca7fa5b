package dev.gatehouse.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** What our OpenAI endpoints answer, judged by OpenAI's own description, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenAiAnswersTest {
  private static final String CHAT = "/v1/chat/completions";
  private static final String TOOLS =
      "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"description\":\"d\","
          + "\"parameters\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}}}]";
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "text", user("Hello"),
          "thinking", user("Please think."),
          "one call", user("The weather in Paris?") + "," + TOOLS,
          "two calls", user("The weather in Paris and Rome?") + "," + TOOLS,
          "cut by the limit", user("Please count.") + ",\"max_tokens\":3",
          "odd characters", user("Say odd characters."),
          "result of a call",
              "\"messages\":[{\"role\":\"user\",\"content\":\"The weather?\"},{\"role\":\"assistant\",\"content\":null,"
                  + "\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"get_weather\","
                  + "\"arguments\":\"{}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"call_1\",\"content\":\"fine\"}],"
                  + TOOLS);

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
  Stream<DynamicTest> everyChatCompletionIsAsDescribed() {
    return cells(
        (kind, fields) -> {
          var answer = gateway.post(CHAT, body(kind, fields));

          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          assertThat(gateway.problems(CHAT, answer)).isEmpty();
          JsonNode completion = JudgedGateway.json(answer);
          assertThat(completion.path("usage").path("prompt_tokens").asInt())
              .isEqualTo(ScriptedModel.INPUT_TOKENS);
          assertThat(completion.at("/usage/total_tokens").asInt())
              .isEqualTo(ScriptedModel.INPUT_TOKENS + ScriptedModel.OUTPUT_TOKENS);
        });
  }

  @TestFactory
  Stream<DynamicTest> everyChunkIsAsDescribed() {
    return cells(
        (kind, fields) -> {
          String more = fields + ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";
          var answer = gateway.post(CHAT, body(kind, more));

          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          assertThat(gateway.problems(CHAT, answer)).isEmpty();
          assertThat(answer.body()).endsWith("data: [DONE]\n\n");
          List<JsonNode> chunks = chunks(answer);
          assertFrame(chunks);
          assertThat(chunks.getLast().path("choices")).isEmpty();
          assertThat(chunks.getLast().at("/usage/completion_tokens").asInt())
              .isEqualTo(ScriptedModel.OUTPUT_TOKENS);
        });
  }

  @TestFactory
  Stream<DynamicTest> streamsWithoutUsageHaveNone() {
    return cells(
        (kind, fields) -> {
          var answer = gateway.post(CHAT, body(kind, fields + ",\"stream\":true"));

          assertThat(gateway.problems(CHAT, answer)).isEmpty();
          assertThat(answer.body()).endsWith("data: [DONE]\n\n");
          assertFrame(chunks(answer));
          assertThat(chunks(answer))
              .allMatch(
                  chunk -> chunk.path("usage").isMissingNode() || chunk.path("usage").isNull())
              .noneMatch(chunk -> chunk.path("choices").isEmpty());
        });
  }

  /** One id, one model, one time; a role at the start, one reason at the end, calls in order. */
  private static void assertFrame(List<JsonNode> chunks) {
    for (String name : List.of("id", "model", "created", "object")) {
      assertThat(chunks)
          .extracting(chunk -> chunk.path(name))
          .as(name)
          .containsOnly(chunks.getFirst().path(name));
    }
    List<JsonNode> choices = new ArrayList<>();
    chunks.forEach(chunk -> chunk.path("choices").forEach(choices::add));
    assertThat(choices.getFirst().at("/delta/role").asText()).isEqualTo("assistant");
    assertThat(choices.subList(1, choices.size()))
        .noneMatch(each -> each.path("delta").has("role"));
    assertThat(choices.stream().filter(each -> each.path("finish_reason").isTextual())).hasSize(1);
    assertThat(choices.getLast().path("finish_reason").isTextual()).isTrue();
    assertCalls(choices);
  }

  private static void assertCalls(List<JsonNode> choices) {
    Set<String> ids = new HashSet<>();
    int calls = 0;
    for (JsonNode choice : choices) {
      for (JsonNode call : choice.at("/delta/tool_calls")) {
        if (call.has("id")) {
          assertThat(call.path("index").asInt()).isEqualTo(calls++);
          assertThat(ids.add(call.path("id").asText())).isTrue();
          assertThat(call.path("type").asText()).isEqualTo("function");
          assertThat(call.at("/function/name").asText()).isEqualTo("get_weather");
        }
        assertThat(call.path("index").asInt()).isEqualTo(calls - 1);
        assertThat(call.at("/function/arguments").isTextual()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(UpstreamKind.class)
  void errorsOfUpstreamsAreAsDescribed(UpstreamKind kind) {
    for (int status : new int[] {400, 429, 500, 503}) {
      for (String more : new String[] {"", ",\"stream\":true"}) {
        var answer = gateway.post(CHAT, body(kind, user("Please fail with " + status) + more));

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(gateway.problemsOfError(answer)).as(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("content-type").orElse(""))
            .startsWith("application/json");
        if (status == 429) {
          assertThat(answer.statusCode()).isEqualTo(429);
          assertThat(answer.headers().firstValue("retry-after")).contains("7");
        }
      }
    }
  }

  @Test
  void ourOwnErrorsAreAsDescribed() {
    for (String wrong :
        new String[] {
          "",
          "{",
          "[]",
          "\"text\"",
          "{}",
          "{\"model\":\"openai/gpt-4.1-mini\",\"messages\":[\"hi\"]}",
          "{\"model\":\"openai/gpt-4.1-mini\",\"messages\":[]}",
          "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
          "{\"model\":7," + user("x") + "}"
        }) {
      var answer = gateway.post(CHAT, wrong);

      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(gateway.problemsOfError(answer)).as(answer.body()).isEmpty();
    }
    var unknown = gateway.post(CHAT, "{\"model\":\"no-such-model\"," + user("x") + "}");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(JudgedGateway.json(unknown).at("/error/code").asText()).isEqualTo("model_not_found");
    assertThat(gateway.problemsOfError(unknown)).isEmpty();
  }

  @Test
  void fieldThatNobodyCarriesIsNamedAndAnEmptyOneIsNone() {
    var refused =
        gateway.post(CHAT, body(UpstreamKind.ANTHROPIC, user("Hello") + ",\"logprobs\":true"));
    var empty =
        gateway.post(CHAT, body(UpstreamKind.ANTHROPIC, user("Hello") + ",\"logit_bias\":{}"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(JudgedGateway.json(refused).at("/error/param").asText()).isEqualTo("logprobs");
    assertThat(gateway.problemsOfError(refused)).isEmpty();
    assertThat(empty.statusCode()).as(empty.body()).isEqualTo(200);
  }

  @Test
  void modelsAreAsDescribed() {
    var all = gateway.get("/v1/models");
    var one = gateway.get("/v1/models/openai/gpt-4.1-mini");
    var none = gateway.get("/v1/models/no-such-model");

    assertThat(gateway.problemsOf("GET", "/v1/models", all)).isEmpty();
    assertThat(gateway.problemsOf("GET", "/v1/models/{model}", one)).isEmpty();
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(gateway.problemsOfError(none)).isEmpty();
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

  private static List<JsonNode> chunks(HttpResponse<String> answer) {
    return JudgedGateway.events(answer);
  }

  private static String user(String text) {
    return "\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]";
  }

  private static String body(UpstreamKind kind, String fields) {
    return "{\"model\":\"" + kind.model() + "\"," + fields + "}";
  }
}
