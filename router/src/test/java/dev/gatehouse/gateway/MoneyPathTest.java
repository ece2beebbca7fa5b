package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MoneyPathTest {
  private static final String PLAIN =
      "{\"model\":\"gpt-4.1-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
  private static final String STREAMED =
      PLAIN.replace("\"messages\"", "\"stream\":true,\"messages\"");

  @TempDir private Path data;

  @Test
  void rowHasTheUpstreamsCountsAndTheListPrice() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer = gateway.chat(PLAIN);

      JsonNode row = gateway.charges().path(0);
      assertThat(row.path("requestId").asText())
          .isEqualTo(answer.headers().firstValue("x-gatehouse-request-id").orElse(""));
      assertThat(row.path("inputTokens").asInt()).isEqualTo(1000);
      assertThat(row.path("cacheReadInputTokens").asInt()).isEqualTo(200);
      assertThat(row.path("outputTokens").asInt()).isEqualTo(500);
      assertThat(row.path("usageSource").asText()).isEqualTo("upstream");
      assertThat(row.path("responseModel").asText()).isEqualTo("gpt-4.1-mini-2025-04-14");
      assertThat(row.path("listCost").decimalValue()).isEqualByComparingTo("0.0004275");
      assertThat(answer.headers().firstValue("x-gatehouse-cost")).contains("0.0004275");
    }
  }

  @Test
  void rowIsOnDiskBeforeTheLastBytesAreReleased() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      for (int i = 1; i <= 20; i++) {
        gateway.chat(PLAIN);

        assertThat(gateway.charges().path(0).path("state").asText()).isEqualTo("settled");
        assertThat(gateway.charges()).hasSize(i);
      }
    }
  }

  @Test
  void lastBytesOfAStreamWaitUntilTheRowIsOnDisk() throws IOException {
    CountDownLatch release = new CountDownLatch(1);
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(exchange -> streamOverALockedLedger(exchange, release));
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data);
        Socket client = send(gateway, STREAMED)) {
      readUntil(client, "\"stop\"");

      client.setSoTimeout(700);
      assertThatThrownBy(() -> readUntil(client, "[DONE]"))
          .isInstanceOf(SocketTimeoutException.class);
      release.countDown();
      client.setSoTimeout(20_000);
      readUntil(client, "[DONE]");

      assertThat(gateway.charges().path(0).path("state").asText()).isEqualTo("settled");
    }
  }

  /** Streams a whole answer while another connection holds the ledger's write lock. */
  private void streamOverALockedLedger(ScriptedUpstream.Exchange exchange, CountDownLatch release)
      throws IOException {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("gatehouse.db"));
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      exchange.begin(200, "text/event-stream");
      exchange.chunk(Answers.chunk("{\"content\":\"a\"}", "null", ""));
      exchange.chunk(Answers.chunk("{}", "\"stop\"", ""));
      exchange.chunk("data: [DONE]\n\n");
      exchange.end();
      release.await();
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void twoHundredCallsAtOnceCannotOverrunASmallBudget() throws InterruptedException {
    String honest =
        Answers.WHOLE
            .replace("\"prompt_tokens\":1000", "\"prompt_tokens\":8")
            .replace("\"cached_tokens\":200", "\"cached_tokens\":0");
    try (ScriptedUpstream cloud = ScriptedUpstream.start(exchange -> exchange.json(200, honest));
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud)
                    + "budgets: [{scope: global, period: month, limit-usd: 0.005, at-limit: refuse}]\n",
                data)) {
      ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
      String body = PLAIN.replace("\"messages\"", "\"max_tokens\":600,\"messages\"");

      var threads =
          IntStream.range(0, 200)
              .mapToObj(
                  _ ->
                      Thread.ofVirtual().start(() -> statuses.add(gateway.chat(body).statusCode())))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }

      BigDecimal spent = BigDecimal.ZERO;
      for (JsonNode row :
          RunningGateway.json(gateway.get("/admin/v1/charges?limit=1000").body()).path("charges")) {
        spent = spent.add(row.path("listCost").decimalValue());
      }
      assertThat(spent).isLessThanOrEqualTo(new BigDecimal("0.005")).isGreaterThan(BigDecimal.ZERO);
      assertThat(statuses).containsOnly(200, 429).contains(429);
    }
  }

  @Test
  void callThatFailedGivesItsShareOfTheBudgetBackToTheNext() {
    try (ScriptedUpstream dead = ScriptedUpstream.start(exchange -> exchange.reset());
        ScriptedUpstream alive = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                """
                providers:
                  - {name: a-dead, kind: openai, base-url: %s, models: [gpt-4.1-mini]}
                  - {name: b-alive, kind: openai, base-url: %s, models: [gpt-4.1-mini]}
                budgets: [{scope: global, limit-usd: 0.0005, at-limit: refuse}]
                """
                    .formatted(dead.url("/v1"), alive.url("/v1")),
                data)) {
      var answer = gateway.chat(PLAIN.replace("\"messages\"", "\"max_tokens\":600,\"messages\""));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("x-gatehouse-route")).contains("b-alive/gpt-4.1-mini");
      assertThat(answer.headers().firstValue("x-gatehouse-reason"))
          .contains("fell over: a-dead/gpt-4.1-mini did not answer");
    }
  }

  @Test
  void budgetThatFallsBackToLocalSpendsNothingMore() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudAndLocal(cloud, local)
                    + "budgets: [{scope: global, period: month, limit-usd: 0, at-limit: local}]\n",
                data)) {
      var answer = gateway.chat(PLAIN.replace("gpt-4.1-mini", "auto:best"));

      assertThat(answer.headers().firstValue("x-gatehouse-locality")).contains("local");
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void answerGetsALimitWhereABudgetHoldsAndNoneWhereNot() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway budgeted =
            RunningGateway.start(
                Answers.cloudOnly(cloud) + "budgets: [{scope: global, limit-usd: 5}]\n",
                data.resolve("a"));
        RunningGateway free = RunningGateway.start(Answers.cloudOnly(cloud), data.resolve("b"))) {
      budgeted.chat(PLAIN);
      free.chat(PLAIN);
      free.chat(PLAIN, "x-gatehouse-max-cost", "1");

      assertThat(cloud.exchanges().get(0).bodyText()).contains("\"max_completion_tokens\":16384");
      assertThat(cloud.exchanges().get(1).bodyText()).isEqualTo(PLAIN);
      assertThat(cloud.exchanges().get(2).bodyText()).contains("\"max_completion_tokens\":16384");
    }
  }

  @Test
  void modelWithoutAPriceIsRefusedNotFree() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud).replace("gpt-4.1-mini", "brand-new-model"), data)) {
      var answer = gateway.chat(PLAIN.replace("gpt-4.1-mini", "brand-new-model"));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("price_unknown");
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void metricsNameTheModelThatAnswered() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = ScriptedUpstream.start(exchange -> exchange.reset());
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      gateway.chat(PLAIN.replace("gpt-4.1-mini", "auto"));

      assertThat(gateway.get("/metrics").body())
          .contains("gen_ai_provider_name=\"cloud\",gen_ai_request_model=\"gpt-4.1-mini\"")
          .doesNotContain("qwen3-8b");
    }
  }

  @Test
  void wholeAnswerWithoutOrWithAbsurdUsageIsEstimatedAndNeverFree() {
    for (String usage :
        new String[] {
          "",
          ",\"usage\":null",
          ",\"usage\":{}",
          ",\"usage\":{\"prompt_tokens\":1e30,\"completion_tokens\":9223372036854775807}"
        }) {
      String answer =
          "{\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"content\":\"Twelve words of an answer.\"},\"finish_reason\":\"stop\"}]"
              + usage
              + "}";
      try (ScriptedUpstream cloud = ScriptedUpstream.start(exchange -> exchange.json(200, answer));
          RunningGateway gateway =
              RunningGateway.start(
                  Answers.cloudOnly(cloud), data.resolve("u" + usage.hashCode()))) {
        assertThat(gateway.chat(PLAIN).statusCode()).isEqualTo(200);

        JsonNode row = gateway.charges().path(0);
        assertThat(row.path("usageSource").asText()).isEqualTo("estimated");
        assertThat(row.path("listCost").decimalValue()).isPositive();
      }
    }
  }

  @Test
  void neitherOfTwoLimitsCanHideTheLarger() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var hidden =
          gateway.chat(
              PLAIN.replace(
                  "\"messages\"", "\"max_completion_tokens\":1,\"max_tokens\":100000,\"messages\""),
              "x-gatehouse-max-cost",
              "0.01");
      var unmodelled =
          gateway.chat(
              PLAIN.replace(
                  "\"messages\"",
                  "\"max_tokens\":1,\"functions\":[\"" + "x".repeat(100_000) + "\"],\"messages\""),
              "x-gatehouse-max-cost",
              "0.01");

      assertThat(hidden.statusCode()).isEqualTo(402);
      assertThat(unmodelled.statusCode()).isEqualTo(402);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void maxCostIsAPromise() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var tooDear = gateway.chat(PLAIN, "x-gatehouse-max-cost", "0.0000001");
      var affordable = gateway.chat(PLAIN, "x-gatehouse-max-cost", "1");

      assertThat(tooDear.statusCode()).isEqualTo(402);
      assertThat(affordable.statusCode()).isEqualTo(200);
      assertThat(cloud.exchanges()).hasSize(1);
    }
  }

  @Test
  void clientThatLeavesInMidStreamAbortsTheUpstreamAndPaysForWhatWasProduced()
      throws IOException, InterruptedException {
    BlockingQueue<Boolean> aborted = new LinkedBlockingQueue<>();
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange -> {
                  exchange.begin(200, "text/event-stream");
                  for (int i = 0; i < 10; i++) {
                    exchange.chunk(
                        Answers.chunk("{\"content\":\"word word word w-" + i + " \"}", "null", ""));
                  }
                  aborted.add(awaitGone(exchange));
                });
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      try (Socket client = send(gateway, STREAMED)) {
        readUntil(client, "w-9");
      }

      assertThat(aborted.poll(20, TimeUnit.SECONDS)).isTrue();
      JsonNode row = gateway.awaitSettled();
      assertThat(row.path("outcome").asText()).isEqualTo("client_gone");
      assertThat(row.path("usageSource").asText()).isEqualTo("estimated");
      assertThat(row.path("outputTokens").asInt()).isBetween(20, 100);
      assertThat(row.path("listCost").decimalValue()).isPositive();
    }
  }

  @Test
  void clientThatLeavesBeforeTheFirstByteAbortsTheUpstream()
      throws IOException, InterruptedException {
    BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    BlockingQueue<Boolean> aborted = new LinkedBlockingQueue<>();
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange -> {
                  arrived.add(exchange.path());
                  aborted.add(awaitGone(exchange));
                });
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      try (Socket client = send(gateway, PLAIN)) {
        assertThat(arrived.poll(20, TimeUnit.SECONDS)).isNotNull();
        client.shutdownOutput();
      }

      assertThat(aborted.poll(20, TimeUnit.SECONDS)).isTrue();
      assertThat(gateway.awaitSettled().path("outcome").asText()).isEqualTo("client_gone");
      assertThat(cloud.exchanges()).hasSize(1);
    }
  }

  @Test
  void clientThatWaitsLongIsNotTakenForGone() {
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange -> {
                  if (!awaitGone(exchange, 1)) {
                    Answers.whole(exchange);
                    exchange.hangUp();
                  }
                });
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      for (int i = 0; i < 2; i++) { // the second comes over the same connection
        var answer = gateway.chat(PLAIN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(gateway.charges().path(0).path("outcome").asText()).isEqualTo("completed");
      }
    }
  }

  private static boolean awaitGone(ScriptedUpstream.Exchange exchange) throws IOException {
    return awaitGone(exchange, 15);
  }

  private static boolean awaitGone(ScriptedUpstream.Exchange exchange, int seconds)
      throws IOException {
    try {
      return exchange.awaitPeerGone(seconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Socket send(RunningGateway gateway, String body) throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
    String head =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    client.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
    return client;
  }

  private static void readUntil(Socket client, String text) throws IOException {
    StringBuilder read = new StringBuilder();
    while (!read.toString().contains(text)) {
      int next = client.getInputStream().read();
      assertThat(next).isNotNegative();
      read.append((char) next);
    }
  }
}
