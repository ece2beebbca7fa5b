package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may change the models of an Ollama, and what reaches it. */
final class OllamaModelsTest {
  private static final String PROGRESS =
      "{\"status\":\"pulling manifest\"}\n{\"status\":\"success\"}\n";
  private static final String KEYS =
      """
      keys:
        - {name: owner, key: sk-owner-0001, ollama-admin: true}
        - {name: guest, key: sk-guest-0001}
        - {name: clinic, key: sk-clinic-0001, ollama-admin: true, privacy: local}
      """;
  private static final String[] OWNER = {"Authorization", "Bearer sk-owner-0001"};

  @TempDir private Path data;

  private RunningGateway gateway(OllamaServer ollama, String more) {
    return RunningGateway.start("providers: [" + ollama.entry() + "]\n" + more, data);
  }

  private static void progress(Exchange exchange) throws IOException {
    exchange.begin(200, "application/x-ndjson");
    for (String line : PROGRESS.split("(?<=\n)", -1)) {
      if (!line.isEmpty()) {
        exchange.chunk(line);
      }
    }
    exchange.end();
  }

  @Test
  void keyThatMayHasAModelPulledAndSeesEveryLine() {
    try (OllamaServer ollama = OllamaServer.start(OllamaModelsTest::progress);
        RunningGateway gateway = gateway(ollama, KEYS)) {
      var answer = gateway.postTo("/api/pull", "{\"model\":\"qwen3:8b\"}", OWNER);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(PROGRESS);
      assertThat(answer.headers().firstValue("content-type")).contains("application/x-ndjson");
      assertThat(ollama.asked()).hasSize(1);
      assertThat(ollama.asked().getFirst().bodyText()).isEqualTo("{\"model\":\"qwen3:8b\"}");
      assertThat(ollama.asked().getFirst().header("authorization")).isEmpty();
    }
  }

  @Test
  void bodyThatIsToChangeModelsIsWrittenDownAsJudged() throws IOException {
    try (OllamaServer ollama = OllamaServer.start(OllamaModelsTest::progress);
        RunningGateway gateway = gateway(ollama, KEYS)) {
      gateway.postTo(
          "/api/create",
          "{\"model\":\"clerk\",\"from\":\"qwen3:8b\",\"system\":\"Write to ann.kern@firm.test\"}",
          OWNER);
    }

    List<String> log = Files.readAllLines(data.resolve("audit.log"));
    assertThat(log.getFirst())
        .contains("\"event\":\"decided\"", "\"key\":\"owner\"", "\"EMAIL\":1")
        .contains("\"decision\":\"manage create at ");
    assertThat(log).hasSize(2);
    assertThat(log.getLast()).contains("\"event\":\"forbidden\"");
    assertThat(String.join("\n", log)).doesNotContain("firm.test", "clerk");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/pull",
    "POST, /api/push",
    "POST, /api/create",
    "POST, /api/copy",
    "DELETE, /api/delete"
  })
  void otherKeysAndKeylessClientsMayChangeNothing(String method, String path) {
    try (OllamaServer ollama = OllamaServer.start(OllamaModelsTest::progress);
        RunningGateway keyed = gateway(ollama, KEYS)) {
      assertRefused(send(keyed, method, path, "Authorization", "Bearer sk-guest-0001"), 403);
      assertRefused(send(keyed, method, path), 401);
      assertThat(ollama.asked()).isEmpty();
    }
    try (OllamaServer ollama = OllamaServer.start(OllamaModelsTest::progress);
        RunningGateway keyless = gateway(ollama, "")) {
      assertRefused(send(keyless, method, path), 403);
      assertThat(ollama.asked()).isEmpty();
    }
  }

  @Test
  void withoutKeysTheOperatorCanAllowItToThisMachine() {
    try (OllamaServer ollama = OllamaServer.start(OllamaModelsTest::progress);
        RunningGateway gateway = gateway(ollama, "server: {ollama-admin: true}\n")) {
      assertThat(send(gateway, "POST", "/api/pull").statusCode()).isEqualTo(200);
      assertRefused(send(gateway, "POST", "/api/pull", "Origin", "https://elsewhere.example"), 403);
      assertThat(ollama.asked()).hasSize(1);
    }
  }

  @Test
  void keyThatStaysLocalMayNotHaveTheServerSpeakToARegistry() {
    try (OllamaServer ollama = OllamaServer.start(OllamaModelsTest::progress);
        RunningGateway gateway = gateway(ollama, KEYS)) {
      String[] clinic = {"Authorization", "Bearer sk-clinic-0001"};

      assertRefused(send(gateway, "POST", "/api/pull", clinic), 403);
      assertRefused(send(gateway, "POST", "/api/push", clinic), 403);
      assertThat(send(gateway, "DELETE", "/api/delete", clinic).statusCode()).isEqualTo(200);
      assertThat(ollama.asked()).hasSize(1);
    }
  }

  @Test
  void airGappedGatewayHasNothingFetchedOrSent() {
    try (OllamaServer ollama = OllamaServer.start(OllamaModelsTest::progress);
        RunningGateway gateway =
            RunningGateway.startAirGapped("providers: [" + ollama.entry() + "]\n" + KEYS, data)) {
      assertRefused(send(gateway, "POST", "/api/pull", OWNER), 403);
      assertRefused(send(gateway, "POST", "/api/push", OWNER), 403);
      assertRefused(
          gateway.postTo("/api/create", "{\"model\":\"x\",\"from\":\"elsewhere:1b\"}", OWNER), 403);
      assertThat(ollama.asked()).isEmpty();
    }
  }

  @Test
  void modelThatRunsElsewhereIsNotMade() {
    try (OllamaServer ollama = OllamaServer.start(OllamaModelsTest::progress);
        RunningGateway gateway = gateway(ollama, KEYS)) {
      var answer =
          gateway.postTo(
              "/api/create",
              "{\"model\":\"x\",\"from\":\"able:8b\",\"remote_host\":\"https://elsewhere.example\"}",
              OWNER);

      assertRefused(answer, 403);
      assertThat(ollama.asked()).isEmpty();
    }
  }

  /** Ollama is written in Go, which reads names of any case. */
  @ParameterizedTest
  @ValueSource(strings = {"Remote_Host", "REMOTE_HOST", "remote_ho\u017ft", "From"})
  void fieldsInAnotherCaseSlipPastNoRule(String name) {
    try (OllamaServer ollama = OllamaServer.start(OllamaModelsTest::progress);
        RunningGateway gateway = gateway(ollama, KEYS)) {
      String body = "{\"model\":\"x\",\"" + name + "\":\"https://elsewhere.example\"}";

      assertRefused(gateway.postTo("/api/create", body, OWNER), 400);
      assertThat(ollama.asked()).isEmpty();
    }
  }

  @Test
  void privateSystemTextStaysWithTheLocalServer() {
    String secret = "\"system\":\"Card 4012 8888 8888 1881\"";
    try (OllamaServer ollama = OllamaServer.start(OllamaModelsTest::progress);
        RunningGateway gateway = gateway(ollama, KEYS)) {
      var atHome =
          gateway.postTo(
              "/api/create", "{\"model\":\"x\",\"from\":\"able:8b\"," + secret + "}", OWNER);
      var fetching =
          gateway.postTo(
              "/api/create", "{\"model\":\"x\",\"from\":\"far:8b\"," + secret + "}", OWNER);

      assertThat(atHome.statusCode()).isEqualTo(200);
      assertRefused(fetching, 403);
      assertThat(ollama.asked()).hasSize(1);
    }
  }

  @Test
  void providersNameBeforeAModelsIsTakenAway() {
    try (OllamaServer ollama =
            OllamaServer.start(exchange -> exchange.respond(200, Map.of(), new byte[0]));
        RunningGateway gateway = gateway(ollama, KEYS)) {
      var answer =
          gateway.postTo(
              "/api/copy",
              "{\"source\": \"ollama/able:8b\", \"destination\": \"ollama/mine\"}",
              OWNER);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
      assertThat(ollama.asked().getFirst().bodyText())
          .isEqualTo("{\"source\": \"able:8b\", \"destination\": \"mine\"}");
    }
  }

  @Test
  void serversOwnErrorsAreHandedOn() {
    try (OllamaServer ollama =
            OllamaServer.start(
                exchange -> exchange.json(404, "{\"error\":\"model 'x' not found\"}"));
        RunningGateway gateway = gateway(ollama, KEYS)) {
      var answer = send(gateway, "DELETE", "/api/delete", OWNER);

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("{\"error\":\"model 'x' not found\"}");
      assertRefused(gateway.postTo("/api/pull", "[]", OWNER), 400);
      assertRefused(gateway.postTo("/api/pull", "{", OWNER), 400);
    }
  }

  @Test
  void answerThatBreaksOffEndsWithAnErrorLine() {
    try (OllamaServer ollama =
            OllamaServer.start(
                exchange -> {
                  exchange.begin(200, "application/x-ndjson");
                  exchange.chunk("{\"status\":\"pulling manifest\"}\n");
                  exchange.reset();
                });
        RunningGateway gateway = gateway(ollama, KEYS)) {
      var answer = gateway.postTo("/api/pull", "{\"model\":\"x\"}", OWNER);

      assertThat(answer.body()).startsWith("{\"status\":\"pulling manifest\"}\n{\"error\":\"");
    }
  }

  @Test
  void gatewayWithoutAnOllamaSaysSo() {
    String local =
        "providers: [{name: home, kind: openai-compatible, locality: local, base-url: 'http://127.0.0.1:9/v1', models: [m]}]\n";
    try (RunningGateway gateway = RunningGateway.start(local + KEYS, data)) {
      assertRefused(gateway.postTo("/api/pull", "{\"model\":\"x\"}", OWNER), 404);
    }
  }

  private static HttpResponse<String> send(
      RunningGateway gateway, String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.url(path))
            .method(method, HttpRequest.BodyPublishers.ofString("{\"model\":\"x\"}"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return gateway.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void assertRefused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    OllamaApiTest.assertError(answer);
  }
}
