package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProtocolTest {
  private static final String PLAIN =
      "{\"model\":\"gpt-4.1-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
  private static final String STREAMED =
      PLAIN.replace("\"messages\"", "\"stream\":true,\"messages\"");

  @TempDir private Path data;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{bad | 400 |",
        "[1] | 400 |",
        "\"x\" | 400 |",
        "{} | 400 | model",
        "{\"model\":\"auto\"} | 400 | messages",
        "{\"model\":\"auto\",\"messages\":[]} | 400 | messages",
        "{\"model\":\"auto\",\"messages\":[\"hi\"]} | 400 | messages[0]",
        "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\"}]} | 400 | messages[0].content",
        "{\"model\":\"auto\",\"messages\":[{\"role\":\"king\",\"content\":\"x\"}]} | 400 | messages[0].role",
        "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"temperature\":\"hot\"} | 400 | temperature",
        "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"max_tokens\":-1} | 400 | max_tokens",
        "{\"model\":7,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} | 400 | model",
        "{\"model\":\"nope\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} | 404 |",
      })
  void badInputIsToldInOpenAisShape(String body, int status, String param) {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      HttpResponse<String> answer = gateway.chat(body);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertShaped(answer);
      assertThat(error(answer).path("param").asText("")).isEqualTo(param == null ? "" : param);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void emptyAndDeepBodiesAreBadRequests() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      assertThat(gateway.chat("").statusCode()).isEqualTo(400);
      assertThat(gateway.chat("[".repeat(10_000_000)).statusCode()).isEqualTo(400);
      assertThat(
              gateway
                  .chat(
                      "{\"model\":\"auto\",\"messages\":" + "[".repeat(400) + "]".repeat(400) + "}")
                  .statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void bodyThatIsTooLargeIs413() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(Answers.cloudOnly(cloud) + "server: {max-body: 64KiB}\n", data)) {
      var answer = gateway.chat(PLAIN.replace("Hi", "x".repeat(70_000)));

      assertThat(answer.statusCode()).isEqualTo(413);
      assertShaped(answer);
    }
  }

  @Test
  void wrongOrMissingKeyIs401() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud) + "keys: [{name: app, key: sk-app-0001}]\n", data)) {
      assertThat(gateway.chat(PLAIN).statusCode()).isEqualTo(401);
      assertThat(gateway.chat(PLAIN, "Authorization", "Bearer sk-app-0002").statusCode())
          .isEqualTo(401);
      assertThat(gateway.get("/v1/models").statusCode()).isEqualTo(401);
      assertThat(gateway.chat(PLAIN, "Authorization", "Bearer sk-app-0001").statusCode())
          .isEqualTo(200);
      assertThat(gateway.charges().path(0).path("keyName").asText()).isEqualTo("app");
      assertShaped(gateway.chat(PLAIN));
    }
  }

  @Test
  void adminPathsWantTheAdminKey() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud) + "server: {admin-key: adm-0001}\n", data)) {
      for (String path : new String[] {"/metrics", "/admin/v1/charges", "/admin/v1/spend"}) {
        assertThat(gateway.get(path).statusCode()).isEqualTo(401);
        assertThat(gateway.get(path, "Authorization", "Bearer adm-0001").statusCode())
            .isEqualTo(200);
      }
    }
  }

  @Test
  void webPageOfAnotherSiteMaySpendNothing() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      assertThat(gateway.chat(PLAIN, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
      assertThat(gateway.chat(PLAIN, "Origin", "http://localhost:3000").statusCode())
          .isEqualTo(200);
      assertThat(cloud.exchanges()).hasSize(1);
    }
  }

  @Test
  void headerOfAnotherProtocolTakesNoPathFromThisOne() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer = gateway.chat(PLAIN, "anthropic-version", "2023-06-01");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"object\":\"chat.completion\"");
    }
  }

  @Test
  void unknownPathsAreNotFoundAndPlannedOnesSaySo() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      assertThat(gateway.get("/v1/nothing").statusCode()).isEqualTo(404);
      assertShaped(gateway.get("/v1/nothing"));
      assertThat(gateway.get("/v1/conversations/x").statusCode()).isEqualTo(501);
      assertShaped(gateway.get("/v1/conversations/x"));
      assertThat(gateway.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(gateway.get("/readyz").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/files, 501",
    "/v1/images/generations, 501",
    "/v1/audio/transcriptions, 501",
    "/v1/batches, 501",
    "/v1/moderations, 501",
    "/cloud/v1/chat/completions, 404",
    "/openai/v1/responses, 404",
    "/v1beta/models/gemini-2.5-pro:generateContent, 404"
  })
  void vendorsPathsThatAreNotModelledAreRefusedAndReachNoUpstream(String path, int status) {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer = gateway.postTo(path, PLAIN);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertShaped(answer);
      assertThat(cloud.connections()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"401, 401", "403, 403", "404, 404", "422, 422", "429, 429", "500, 502", "503, 503"})
  void upstreamsErrorsAreHandedOnOrMapped(int upstream, int expected) {
    String body = "{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":null,\"code\":\"c\"}}";
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange ->
                    exchange.respond(
                        upstream,
                        Map.of("Content-Type", "application/json", "Retry-After", "7"),
                        body.getBytes(StandardCharsets.UTF_8)));
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer = gateway.chat(PLAIN);

      assertThat(answer.statusCode()).isEqualTo(expected);
      assertShaped(answer);
      if (upstream == 429) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("retry-after")).contains("7");
      }
      assertThat(gateway.charges().path(0).path("listCost").decimalValue()).isZero();
    }
  }

  @Test
  void anotherVendorsErrorIsToldInTheClientsShape() {
    String theirs =
        "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"max_tokens: too many\"}}";
    try (ScriptedUpstream cloud = ScriptedUpstream.start(exchange -> exchange.json(400, theirs));
        RunningGateway gateway =
            RunningGateway.start(
                "providers: [{name: claude, kind: anthropic, base-url: '%s', api-key: k, models: [claude-opus-4.5]}]"
                    .formatted(cloud.url("")),
                data)) {
      var answer = gateway.chat(PLAIN.replace("gpt-4.1-mini", "claude/claude-opus-4.5"));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertShaped(answer);
      assertThat(error(answer).path("message").asText()).isEqualTo("max_tokens: too many");
    }
  }

  @Test
  void htmlPagesAndBrokenAnswersAre502() {
    for (String type : new String[] {"text/html", "application/json"}) {
      try (ScriptedUpstream cloud =
              ScriptedUpstream.start(
                  exchange ->
                      exchange.respond(
                          200,
                          Map.of("Content-Type", type),
                          "<html>gateway</html>".getBytes(StandardCharsets.UTF_8)));
          RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
        for (String body : new String[] {PLAIN, STREAMED}) {
          var answer = gateway.chat(body);

          assertThat(answer.statusCode()).isEqualTo(502);
          assertShaped(answer);
          assertThat(answer.body()).doesNotContain("<html>");
        }
      }
    }
  }

  @Test
  void resetIs502AndSilenceIs504() {
    try (ScriptedUpstream resets = ScriptedUpstream.start(exchange -> exchange.reset());
        ScriptedUpstream silent = ScriptedUpstream.start(_ -> {});
        RunningGateway gateway =
            RunningGateway.start(
                """
                providers:
                  - {name: resets, kind: openai, base-url: %s, models: [{id: gpt-4.1-mini}]}
                  - {name: silent, kind: openai, base-url: %s, silence-timeout: 300ms, models: [{id: gpt-5.2}]}
                """
                    .formatted(resets.url("/v1"), silent.url("/v1")),
                data)) {
      var reset = gateway.chat(PLAIN);
      var silence = gateway.chat(PLAIN.replace("gpt-4.1-mini", "gpt-5.2"));

      assertThat(reset.statusCode()).isEqualTo(502);
      assertShaped(reset);
      assertThat(silence.statusCode()).isEqualTo(504);
      assertShaped(silence);
    }
  }

  @Test
  void requestThatTakesTooLongIs504() {
    try (ScriptedUpstream silent = ScriptedUpstream.start(_ -> {});
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(silent) + "server: {request-timeout: 500ms}\n", data)) {
      var answer = gateway.chat(PLAIN);

      assertThat(answer.statusCode()).isEqualTo(504);
      assertThat(answer.body()).contains("request_timeout");
    }
  }

  @Test
  void cutStreamEndsWithAnErrorAndNotAsIfItWereWhole() {
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange -> {
                  exchange.begin(200, "text/event-stream");
                  exchange.chunk(Answers.chunk("{\"content\":\"half\"}", "null", ""));
                  exchange.end();
                });
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer = gateway.chat(STREAMED);

      assertThat(answer.body())
          .contains("half")
          .contains("data: {\"error\":")
          .doesNotContain("[DONE]");
      assertThat(gateway.charges().path(0).path("outcome").asText()).isEqualTo("failed");
    }
  }

  private static JsonNode error(HttpResponse<String> answer) {
    return RunningGateway.json(answer.body()).path("error");
  }

  private static void assertShaped(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/json");
    assertThat(error(answer).path("message").isTextual()).isTrue();
    assertThat(error(answer).path("type").isTextual()).isTrue();
    assertThat(error(answer).has("param")).isTrue();
    assertThat(error(answer).has("code")).isTrue();
    assertThat(answer.body()).doesNotContain("dev.gatehouse").doesNotContain("Exception");
  }
}
