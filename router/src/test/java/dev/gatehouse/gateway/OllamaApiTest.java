package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ollama's API over the wire: what is not about one vendor's answers. */
final class OllamaApiTest {
  private static final String PLAIN =
      "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"%s}]}";
  private static final String PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ";

  @TempDir private Path data;

  private RunningGateway gateway(ScriptedUpstream cloud, OllamaServer ollama, String more) {
    return RunningGateway.start(
        """
        providers:
          - {name: cloud, kind: openai, base-url: %s, api-key: sk-test-cloud, models: [{id: gpt-4.1-mini}]}
          - %s
        %s
        """
            .formatted(cloud.url("/v1"), ollama.entry(), more),
        data);
  }

  @Test
  void serverIsFoundTheWayOllamasClientsLookForIt() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      assertThat(gateway.get("/").body()).isEqualTo("Ollama is running");
      for (String path : List.of("/", "/api/tags", "/api/version")) {
        HttpResponse<String> head =
            gateway.send(head(gateway, path), HttpResponse.BodyHandlers.ofString());

        assertThat(head.statusCode()).as(path).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(gateway.get(path).statusCode()).isEqualTo(200);
      }
    }
  }

  private static HttpRequest head(RunningGateway gateway, String path) {
    return HttpRequest.newBuilder(gateway.url(path)).HEAD().build();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/nothing, 404",
    "/api/web_search, 404",
    "/api/web_fetch, 404",
    "/api/experimental/web_search, 404",
    "/api/me, 404",
    "/api/signout, 404",
    "/api/tags, 405",
    "/api/blobs/sha256:00, 501"
  })
  void pathsThatAreNotServedSaySoInOllamasShapeAndReachNobody(String path, int status) {
    try (ScriptedUpstream cloud = Answers.whole();
        OllamaServer ollama = OllamaServer.start(Answers::whole);
        RunningGateway gateway = gateway(cloud, ollama, "")) {
      var answer = gateway.postTo(path, "{}");

      assertThat(answer.statusCode()).isEqualTo(status);
      assertError(answer);
      assertThat(ollama.asked()).isEmpty();
      assertThat(cloud.connections()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/chat       | {                              | 400
          /api/chat       |                                | 400
          /api/chat       | []                             | 400
          /api/chat       | {"messages":[]}                | 400
          /api/chat       | {"model":"nosuch"}             | 404
          /api/generate   | {"prompt":"x"}                 | 404
          /api/embed      | {"model":"nosuch","input":"x"} | 404
          /api/embeddings | {"model":"nosuch"}             | 404
          /api/show       | {"model":"nosuch"}             | 404
          /api/show       | {}                             | 400
          """)
  void badRequestsAreToldInOllamasShape(String path, String body, int status) {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer = gateway.postTo(path, body == null ? "" : body);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertError(answer);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void wrongKeyIsToldInOllamasShape() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud) + "keys: [{name: app, key: sk-app-0001}]\n", data)) {
      var answer = gateway.postTo("/api/chat", PLAIN.formatted("auto", ""));

      assertThat(answer.statusCode()).isEqualTo(401);
      assertError(answer);
      assertThat(gateway.get("/api/tags").statusCode()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/chat", "/api/generate"})
  void imagesCannotBeReadAndSoStayAtHome(String path) {
    try (ScriptedUpstream cloud = Answers.whole();
        OllamaServer ollama = OllamaServer.start(OllamaApiTest::line);
        RunningGateway gateway = gateway(cloud, ollama, "")) {
      String images = ",\"images\":[\"" + PIXEL + "\"]";
      String auto =
          path.equals("/api/chat") ? PLAIN.formatted("auto", images) : generate("auto", images);
      String named =
          path.equals("/api/chat")
              ? PLAIN.formatted("cloud/gpt-4.1-mini", images)
              : generate("cloud/gpt-4.1-mini", images);

      var stayed = gateway.postTo(path, auto);
      var refused = gateway.postTo(path, named);

      assertThat(stayed.headers().firstValue("x-gatehouse-privacy-class")).contains("UNSCANNABLE");
      assertThat(stayed.headers().firstValue("x-gatehouse-route")).contains("ollama/able:8b");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertError(refused);
      assertThat(cloud.connections()).isZero();
    }
  }

  /** A second name would make Ollama ask its cloud while the gateway takes it for local. */
  @ParameterizedTest
  @ValueSource(strings = {"MODEL", "Model"})
  void secondModelInAnotherCaseIsRefusedInEveryDialect(String name) {
    String second = ",\"" + name + "\":\"gpt-oss:120b-cloud\"}";
    try (ScriptedUpstream cloud = Answers.whole();
        OllamaServer ollama = OllamaServer.start(OllamaApiTest::line);
        RunningGateway gateway = gateway(cloud, ollama, "")) {
      String body = PLAIN.formatted("able:8b", "").replaceFirst("}$", second);

      assertThat(gateway.postTo("/api/chat", body).statusCode()).isEqualTo(400);
      assertThat(gateway.postTo("/v1/chat/completions", body).statusCode()).isEqualTo(400);
      assertThat(ollama.asked()).isEmpty();
    }
  }

  private static String generate(String model, String more) {
    return "{\"model\":\"" + model + "\",\"prompt\":\"Hi\"" + more + "}";
  }

  private static void line(ScriptedUpstream.Exchange exchange) throws java.io.IOException {
    exchange.begin(200, "application/x-ndjson");
    exchange.chunk(
        "{\"model\":\"able:8b\",\"created_at\":\"2026-11-22T19:52:28.3Z\",\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"},\"response\":\"Hello\",\"done\":false}\n");
    exchange.chunk(
        "{\"model\":\"able:8b\",\"created_at\":\"2026-11-22T19:52:28.4Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"response\":\"\",\"done\":true,\"done_reason\":\"stop\",\"total_duration\":1,\"prompt_eval_count\":11,\"eval_count\":2}\n");
    exchange.end();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"raw\":true", "\"suffix\":\"x\"", "\"context\":[1]", "\"template\":\"t\""})
  void whatOnlyAnOllamaUnderstandsIsRefusedToOthersByItsName(String field) {
    try (ScriptedUpstream cloud = Answers.whole();
        OllamaServer ollama = OllamaServer.start(OllamaApiTest::line);
        RunningGateway gateway = gateway(cloud, ollama, "")) {
      var refused = gateway.postTo("/api/generate", generate("cloud/gpt-4.1-mini", "," + field));
      var relayed = gateway.postTo("/api/generate", generate("auto", "," + field));

      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains(field.substring(1, field.indexOf(':') - 1));
      assertThat(relayed.headers().firstValue("x-gatehouse-route")).contains("ollama/able:8b");
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void loadingReachesTheOllamaThatHasTheModelAndNothingElse() {
    try (ScriptedUpstream cloud = Answers.whole();
        OllamaServer ollama =
            OllamaServer.start(
                exchange -> exchange.json(200, "{\"done\":true,\"done_reason\":\"load\"}"));
        RunningGateway gateway = gateway(cloud, ollama, "")) {
      var loaded =
          gateway.postTo(
              "/api/chat", "{\"model\":\"able:8b\",\"messages\":[],\"keep_alive\":\"1h\"}");
      var elsewhere = gateway.postTo("/api/generate", "{\"model\":\"gpt-4.1-mini\"}");

      assertThat(RunningGateway.json(loaded.body()).path("done_reason").asText()).isEqualTo("load");
      assertThat(RunningGateway.json(elsewhere.body()).path("done_reason").asText())
          .isEqualTo("load");
      assertThat(ollama.asked()).hasSize(1);
      JsonNode asked = RunningGateway.json(ollama.asked().getFirst().bodyText());
      assertThat(asked.path("model").asText()).isEqualTo("able:8b");
      assertThat(asked.path("keep_alive").asText()).isEqualTo("1h");
      assertThat(asked.has("prompt")).isFalse();
      assertThat(cloud.connections()).isZero();
      assertThat(gateway.charges()).isEmpty();
    }
  }

  @Test
  void modelThatCannotBeLoadedIsAnError() {
    try (ScriptedUpstream cloud = Answers.whole();
        OllamaServer ollama =
            OllamaServer.start(exchange -> exchange.json(500, "{\"error\":\"out of memory\"}"));
        RunningGateway gateway = gateway(cloud, ollama, "")) {
      var answer = gateway.postTo("/api/chat", "{\"model\":\"able:8b\"}");

      assertThat(answer.statusCode()).isEqualTo(502);
      assertError(answer);
    }
  }

  @Test
  void langChain4jsEmbeddingModelGetsItsVectors() {
    try (ScriptedUpstream cloud = Answers.whole();
        OllamaServer ollama =
            OllamaServer.start(
                exchange ->
                    exchange.json(
                        200,
                        "{\"model\":\"embed:latest\",\"embeddings\":[[0.5,0.25],[1,2]],\"prompt_eval_count\":4}"));
        RunningGateway gateway = gateway(cloud, ollama, "")) {
      OllamaEmbeddingModel model =
          OllamaEmbeddingModel.builder()
              .baseUrl(gateway.url("").toString())
              .modelName("embed")
              .maxRetries(0)
              .build();

      var vectors = model.embedAll(List.of(TextSegment.from("a"), TextSegment.from("b"))).content();

      assertThat(vectors.get(0).vector()).containsExactly(0.5f, 0.25f);
      assertThat(vectors.get(1).vector()).containsExactly(1f, 2f);
    }
  }

  static void assertError(HttpResponse<String> answer) {
    JsonNode body = RunningGateway.json(answer.body());
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(body.size()).isEqualTo(1);
    assertThat(body.path("error").asText()).isNotEmpty();
  }
}
