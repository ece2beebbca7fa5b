package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.json.Json;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class PrivacyJudgeTest {
  private static final String TURN = "the thing by the lake that we never talk about";
  private static final String JUDGE = "privacy: {judge: {model: home/qwen3-8b%s}}\n";

  @TempDir private Path data;

  @Test
  void whatTheJudgeFindsPrivateStaysAtHome() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = saying("Secret");
        RunningGateway gateway = judged(cloud, local, "")) {
      var answer = gateway.chat(chat("auto:best", TURN));

      assertThat(answer.headers().firstValue("x-gatehouse-route")).contains("home/qwen3-8b");
      assertThat(answer.headers().firstValue("x-gatehouse-privacy-class")).contains("SECRET");
      assertThat(cloud.connections()).isZero();
      assertThat(questions(local)).hasSize(1).first().asString().contains(TURN);
      assertThat(gateway.get("/metrics").body())
          .contains("gatehouse_privacy_judge_total{outcome=\"raised\"} 1.0")
          .doesNotContain("lake");
    }
  }

  @Test
  void whatTheRulesWouldRedactCannotBeRedactedForTheJudgeNamesNoPlace() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = saying("personal");
        RunningGateway gateway = judged(cloud, local, "")) {
      var answer = gateway.chat(chat("auto:best", TURN));

      assertThat(answer.headers().firstValue("x-gatehouse-privacy-class")).contains("PERSONAL");
      assertThat(answer.headers().firstValue("x-gatehouse-route")).contains("home/qwen3-8b");
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void aTurnThatWasJudgedOnceIsNotJudgedAgainAndKeepsItsConversationAtHome() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local =
            saying(question -> question.contains("lake") ? "health" : "public");
        RunningGateway gateway = judged(cloud, local, "")) {
      gateway.chat(chat("auto:best", TURN));
      gateway.chat(chat("auto:best", TURN));
      gateway.chat(chat("auto:best", TURN, "I see.", "and what is the capital of Peru?"));

      assertThat(questions(local)).hasSize(1 + 1);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void theJudgeCannotMakeARequestLessPrivate() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = saying("public");
        RunningGateway gateway = judged(cloud, local, "")) {
      var card = gateway.chat(chat("auto:best", "my card is 4012 8888 8888 1881"));
      var plain = gateway.chat(chat("auto:best", "name a river"));

      assertThat(card.headers().firstValue("x-gatehouse-privacy-class")).contains("FINANCIAL");
      assertThat(plain.headers().firstValue("x-gatehouse-privacy-class")).contains("PUBLIC");
      assertThat(plain.headers().firstValue("x-gatehouse-locality")).contains("cloud");
      assertThat(cloud.exchanges())
          .allSatisfy(each -> assertThat(body(each)).doesNotContain("8888 1881"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"I think it is secret.", "secret, health", "", "geheim"})
  void whatIsNoVerdictChangesNothing(String nonsense) {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = saying(nonsense);
        RunningGateway gateway = judged(cloud, local, "")) {
      var answer = gateway.chat(chat("auto:best", TURN));

      assertThat(answer.headers().firstValue("x-gatehouse-locality")).contains("cloud");
      assertThat(gateway.get("/metrics").body())
          .contains("gatehouse_privacy_judge_total{outcome=\"nonsense\"} 1.0");
    }
  }

  @Test
  void aJudgeThatDoesNotAnswerInTimeChangesNothing() {
    CountDownLatch asked = new CountDownLatch(1);
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = ScriptedUpstream.start(_ -> asked.countDown());
        RunningGateway gateway = judged(cloud, local, ", timeout: 300ms")) {
      var answer = gateway.chat(chat("auto:best", TURN));

      assertThat(answer.headers().firstValue("x-gatehouse-locality")).contains("cloud");
      assertThat(gateway.get("/metrics").body())
          .contains("gatehouse_privacy_judge_total{outcome=\"timeout\"} 1.0");
    }
  }

  @Test
  void theJudgeIsNotAskedAboutWhatStaysAtHomeAnyway() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = saying("secret");
        RunningGateway gateway = judged(cloud, local, "")) {
      gateway.chat(chat("auto:best", TURN), "x-gatehouse-privacy", "local");
      gateway.chat(chat("home/qwen3-8b", TURN));

      assertThat(questions(local)).isEmpty();
    }
  }

  @Test
  void longTurnsAreNotJudged() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = saying("secret");
        RunningGateway gateway = judged(cloud, local, ", longest-text: 10")) {
      var answer = gateway.chat(chat("auto:best", TURN));

      assertThat(answer.headers().firstValue("x-gatehouse-locality")).contains("cloud");
      assertThat(questions(local)).isEmpty();
    }
  }

  @Test
  void theJudgesCallsAreChargedToNobody() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = saying("public");
        RunningGateway gateway = judged(cloud, local, "")) {
      gateway.chat(chat("auto:best", TURN));

      assertThat(questions(local)).hasSize(1);
      assertThat(gateway.get("/admin/v1/charges").body()).doesNotContain("home");
    }
  }

  @Test
  void explainSaysThatTheJudgeWasNotAskedAndAsksNobody() throws IOException {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = saying("secret")) {
      Path config =
          Files.writeString(
              data.resolve("gatehouse.yaml"),
              Answers.cloudAndLocal(cloud, local) + JUDGE.formatted(""));
      Path request = Files.writeString(data.resolve("chat.json"), chat("auto:best", TURN));

      String told =
          CommandLineRun.out("explain", "--config", config.toString(), request.toString());

      assertThat(told).contains("goes to cloud/", "the privacy judge was not asked");
      assertThat(local.connections()).isZero();
    }
  }

  @Test
  void checkSaysWhereTheJudgeIsNoLocalModelOnOffer() throws IOException {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole()) {
      Path config =
          Files.writeString(
              data.resolve("gatehouse.yaml"),
              Answers.cloudAndLocal(cloud, local)
                  + JUDGE.formatted("").replace("qwen3-8b", "gpt-oss:120b-cloud"));

      assertThat(CommandLineRun.out("check", "--config", config.toString()))
          .contains("privacy.judge: home/gpt-oss:120b-cloud is no local model on offer");
    }
  }

  private RunningGateway judged(ScriptedUpstream cloud, ScriptedUpstream local, String more) {
    return RunningGateway.start(Answers.cloudAndLocal(cloud, local) + JUDGE.formatted(more), data);
  }

  private static ScriptedUpstream saying(String word) {
    return saying(_ -> word);
  }

  private static ScriptedUpstream saying(UnaryOperator<String> verdict) {
    return ScriptedUpstream.start(
        exchange ->
            exchange.json(
                200, isQuestion(exchange) ? answer(verdict.apply(body(exchange))) : Answers.WHOLE));
  }

  private static String answer(String word) {
    return Answers.WHOLE.replace("\"Hi.\"", "\"" + word + "\"");
  }

  private static boolean isQuestion(Exchange exchange) {
    return body(exchange).contains("how private a text is");
  }

  private static List<String> questions(ScriptedUpstream local) {
    return local.exchanges().stream()
        .filter(PrivacyJudgeTest::isQuestion)
        .map(PrivacyJudgeTest::body)
        .toList();
  }

  private static String body(Exchange exchange) {
    return new String(exchange.body(), StandardCharsets.UTF_8);
  }

  /** A conversation in which the client speaks first. */
  private static String chat(String model, String... turns) {
    var body = Json.object().put("model", model);
    var messages = body.putArray("messages");
    for (int i = 0; i < turns.length; i++) {
      messages.addObject().put("role", i % 2 == 0 ? "user" : "assistant").put("content", turns[i]);
    }
    return new String(Json.write(body), StandardCharsets.UTF_8);
  }
}
