package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RoutingTest {
  static final String HARD =
      "Let p be an odd prime and let K be the p-th cyclotomic field. Prove that if p divides the class number of K then p divides "
          + "the numerator of some Bernoulli number B_k with k even and 2 <= k <= p-3, explaining each step of the argument via "
          + "the analytic class number formula, the Stickelberger relation and the structure of the minus part of the class group. "
          + "Then derive the consequence for the first case of Fermat's last theorem for regular primes, give a complete proof, and "
          + "discuss which steps fail for irregular primes, with a worked example for p = 37.";
  private static final String CHAT =
      "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}";

  @TempDir private Path data;

  @Test
  void longHardQuestionGoesToTheCloudAndAShortEasyOneStays() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      var hard = gateway.chat(CHAT.formatted(HARD));
      var easy = gateway.chat(CHAT.formatted("What is the capital of France?"));

      assertThat(hard.headers().firstValue("x-gatehouse-locality")).contains("cloud");
      assertThat(easy.headers().firstValue("x-gatehouse-route")).contains("home/qwen3-8b");
      assertThat(cloud.exchanges()).hasSize(1);
      assertThat(local.exchanges()).hasSize(1);
    }
  }

  @Test
  void explainSaysWhyAndSendsNothingOfIt() throws IOException {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole()) {
      Path config =
          Files.writeString(data.resolve("gatehouse.yaml"), Answers.cloudAndLocal(cloud, local));
      Path hard = Files.writeString(data.resolve("hard.json"), CHAT.formatted(HARD));
      Path easy =
          Files.writeString(
              data.resolve("easy.json"), CHAT.formatted("What is the capital of France?"));

      String ofHard = CommandLineRun.out("explain", "--config", config.toString(), hard.toString());
      String ofEasy = CommandLineRun.out("explain", "--config", config.toString(), easy.toString());

      assertThat(ofHard)
          .contains("goes to cloud/")
          .contains("expected to do difficulty")
          .contains("home/qwen3-8b");
      assertThat(ofEasy)
          .contains("goes to home/qwen3-8b: cheapest expected to do")
          .contains("cloud/gpt-5.2");
      assertThat(cloud.connections()).isZero();
      assertThat(local.connections()).isZero();
    }
  }

  @Test
  void namedModelIsHonoured() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      var answer = gateway.chat(CHAT.formatted("Hi").replace("\"auto\"", "\"gpt-5.2\""));

      assertThat(answer.headers().firstValue("x-gatehouse-route")).contains("cloud/gpt-5.2");
    }
  }

  @Test
  void namedModelThatFailsIsNotReplacedByAnother() {
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange -> exchange.json(500, "{\"error\":{\"message\":\"x\"}}"));
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      var answer = gateway.chat(CHAT.formatted("Hi").replace("\"auto\"", "\"gpt-5.2\""));

      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(local.exchanges()).isEmpty();
    }
  }

  @Test
  void fallsOverWhileNothingWasReleased() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = ScriptedUpstream.start(exchange -> exchange.reset());
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      var answer = gateway.chat(CHAT.formatted("What is the capital of France?"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("x-gatehouse-locality")).contains("cloud");
      assertThat(gateway.charges()).hasSize(1);
      assertThat(gateway.charges().path(0).path("providerName").asText()).isEqualTo("cloud");
    }
  }

  @Test
  void neverFallsOverAfterTheFirstByte() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local =
            ScriptedUpstream.start(
                exchange -> {
                  exchange.begin(200, "text/event-stream");
                  exchange.chunk(Answers.chunk("{\"content\":\"Par\"}", "null", ""));
                  exchange.reset();
                });
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      var answer =
          gateway.chat(
              CHAT.formatted("What is the capital of France?")
                  .replace("\"messages\"", "\"stream\":true,\"messages\""));

      assertThat(answer.body())
          .contains("\"Par\"")
          .contains("data: {\"error\":")
          .doesNotContain("[DONE]");
      assertThat(cloud.exchanges()).isEmpty();
    }
  }

  @Test
  void clientsOwnMistakeIsNotRepeatedElsewhere() {
    String rejection =
        "{\"error\":{\"message\":\"temperature too high\",\"type\":\"invalid_request_error\",\"param\":\"temperature\",\"code\":null}}";
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = ScriptedUpstream.start(exchange -> exchange.json(400, rejection));
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      var answer = gateway.chat(CHAT.formatted("What is the capital of France?"));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).isEqualTo(rejection);
      assertThat(local.exchanges()).hasSize(1);
      assertThat(cloud.exchanges()).isEmpty();
    }
  }

  @Test
  void answerThatNobodyAskedForReachesNobody() {
    String first = Answers.WHOLE.replace("Hi.", "first");
    String surplus = Answers.WHOLE.replace("Hi.", "surplus");
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange ->
                    exchange.raw(
                        response(first)
                            + (exchange.bodyText().contains("ask") ? response(surplus) : "")));
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var one = gateway.chat(CHAT.formatted("ask"));
      var other = gateway.chat(CHAT.formatted("other"));

      assertThat(one.body()).contains("first");
      assertThat(other.body()).contains("first").doesNotContain("surplus");
    }
  }

  private static String response(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  @Test
  void forcedToolNeedsAModelThatCanBeForced() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudAndLocal(cloud, local)
                    .replace("quality: 0.5", "quality: 0.5, capabilities: [json-object]"),
                data)) {
      var answer =
          gateway.chat(
              "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"tool_choice\":\"required\","
                  + "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]}");

      assertThat(answer.headers().firstValue("x-gatehouse-locality")).contains("cloud");
    }
  }

  @Test
  void modelsListHasTheRealAndTheVirtualOnes() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      var all = RunningGateway.json(gateway.get("/v1/models").body()).path("data");
      var one = gateway.get("/v1/models/home/qwen3-8b");

      assertThat(all.findValuesAsText("id"))
          .contains(
              "auto",
              "auto:economy",
              "auto:balanced",
              "auto:best",
              "local",
              "cloud",
              "cloud/gpt-5.2",
              "home/qwen3-8b");
      assertThat(one.statusCode()).isEqualTo(200);
      assertThat(gateway.get("/v1/models/gpt-5.2").statusCode()).isEqualTo(200);
      assertThat(gateway.get("/v1/models/auto:best").statusCode()).isEqualTo(200);
      assertThat(gateway.get("/v1/models/nope").statusCode()).isEqualTo(404);
    }
  }
}
