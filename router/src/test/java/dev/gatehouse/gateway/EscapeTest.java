package dev.gatehouse.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.planted.WholeRun;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways by which a request that must stay at home might slip out, each tried. */
final class EscapeTest {
  private static final String SECRET = WholeRun.plant("ghp_R8k2Zq0WvT5nLxY7cJ1mB4dHsP9aE6uG3fQw");
  private static final String PRIVATE = chat("auto:best", "My token is " + SECRET);
  private static final String[] APP = {"Authorization", "Bearer sk-app-0001"};
  private static final String[] LAB = {"Authorization", "Bearer sk-lab-0001"};
  private static final String KEYS =
      "keys: [{name: app, key: sk-app-0001}, {name: lab, key: sk-lab-0001}]\nserver: {admin-key: sk-boss-0001}\n";
  private static final int PATIENCE_SECONDS = 10;

  @TempDir private Path data;

  private static String chat(String model, String text) {
    return "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
        .formatted(model, text);
  }

  /** Something that is waited for, though not for ever. */
  static <T> CompletableFuture<T> patiently() {
    return new CompletableFuture<T>().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(403, 503);
    assertThat(answer.body()).doesNotContain(SECRET);
  }

  @Test
  void fallOverOfAFailingLocalModelStaysAtHome() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = ScriptedUpstream.start(exchange -> exchange.json(500, "{}"));
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      for (int i = 0; i < 12; i++) { // past the opening of the circuit breaker
        assertRefused(gateway.chat(PRIVATE));
      }
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void retryOfAnUnansweredCallGoesToTheSamePlace() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = ScriptedUpstream.start(Exchange::hangUp);
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      assertRefused(gateway.chat(PRIVATE));

      assertThat(local.exchanges()).hasSize(2);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void slowLocalModelIsNotHedgedByASecondCall() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = ScriptedUpstream.start(EscapeTest::answersAfterASecond);
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      var answer = gateway.chat(PRIVATE);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(local.exchanges()).hasSize(1);
      assertThat(cloud.connections()).isZero();
    }
  }

  private static void answersAfterASecond(Exchange exchange) throws IOException {
    if (!leaves(exchange, 1)) {
      Answers.whole(exchange);
    }
  }

  private static boolean leaves(Exchange exchange, int seconds) throws IOException {
    try {
      return exchange.awaitPeerGone(seconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void probeOfACloudProviderCarriesNothingOfAnyClient() {
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange -> exchange.json(200, "{\"object\":\"list\",\"data\":[]}"));
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudAndLocal(cloud, local)
                    .replace(", models: [{id: gpt-4.1-mini}, {id: gpt-5.2}]", ""),
                data)) {
      assertThat(gateway.chat(PRIVATE).statusCode()).isEqualTo(200);

      assertThat(cloud.exchanges())
          .isNotEmpty()
          .allSatisfy(
              probe -> {
                assertThat(probe.method()).isEqualTo("GET");
                assertThat(probe.body()).isEmpty();
                assertThat(probe.head()).doesNotContain(SECRET);
              });
    }
  }

  @Test
  void nothingIsAnsweredFromACacheAndNoClassGoesFromOneTenantToAnother() {
    String harmless = chat("cloud", "What are the opening hours of the library? ".repeat(6));
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(KEYS + Answers.cloudAndLocal(cloud, local), data)) {
      String tale = PRIVATE.replace("My token", "A long tale. ".repeat(12) + "My token");
      assertThat(gateway.chat(tale, APP).statusCode()).isEqualTo(200);
      assertThat(gateway.chat(tale, APP).statusCode()).isEqualTo(200);
      assertThat(gateway.chat(tale, LAB).statusCode()).isEqualTo(200);
      assertThat(local.exchanges()).hasSize(3);
      assertThat(cloud.connections()).isZero();

      var keptByHeader = gateway.chat(harmless, APP[0], APP[1], "x-gatehouse-privacy", "local");
      var others = gateway.chat(harmless, LAB);

      assertThat(keptByHeader.statusCode()).isEqualTo(403);
      assertThat(others.statusCode()).isEqualTo(200);
      assertThat(cloud.exchanges()).hasSize(1);
    }
  }

  @Test
  void storedResponseOfAPrivateTurnStaysAtHomeAndWithItsTenant() {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        ScriptedUpstream home = AnyUpstream.OLLAMA.start();
        RunningGateway gateway =
            RunningGateway.start(
                KEYS
                    + AnyUpstream.OPENAI.configuration(cloud)
                    + "  - {name: home, kind: ollama, base-url: %s}\n".formatted(home.url("")),
                data)) {
      var first =
          gateway.postTo(
              "/v1/responses", "{\"model\":\"auto\",\"input\":\"Mine is " + SECRET + "\"}", APP);
      String id = RunningGateway.json(first.body()).path("id").textValue();
      String next =
          "{\"model\":\"up/gpt-5.2\",\"input\":\"And now?\",\"previous_response_id\":\"%s\"}";

      var mine = gateway.postTo("/v1/responses", next.formatted(id), APP);
      var others = gateway.postTo("/v1/responses", next.formatted(id), LAB);
      var read = gateway.get("/v1/responses/" + id + "/input_items", LAB);

      assertThat(first.statusCode()).isEqualTo(200);
      assertRefused(mine);
      assertThat(others.statusCode()).isEqualTo(400);
      assertThat(read.statusCode()).isEqualTo(404);
      assertThat(cloud.exchanges()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/embeddings", "/api/embed"})
  void embeddingCallIsScannedLikeAnyOther(String path) {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                "providers: [{name: cloud, kind: openai, base-url: '%s', api-key: k, models: [{id: text-embedding-3-small, input-price: 0.02, output-price: 0}]}]"
                    .formatted(cloud.url("/v1")),
                data)) {
      for (String model : List.of("auto", "cloud/text-embedding-3-small")) {
        assertRefused(
            gateway.postTo(
                path, "{\"model\":\"" + model + "\",\"input\":[\"Hello\",\"" + SECRET + "\"]}"));
      }
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void countingOfTokensIsScannedLikeAnyOther() {
    try (ScriptedUpstream cloud = AnyUpstream.ANTHROPIC.start();
        RunningGateway gateway =
            RunningGateway.start(AnyUpstream.ANTHROPIC.configuration(cloud), data)) {
      for (String model : List.of("auto", "up/claude-sonnet-4-5")) {
        assertRefused(
            gateway.postTo("/v1/messages/count_tokens", chat(model, "My token is " + SECRET)));
      }
      assertThat(cloud.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "big:cloud",
        "big:120b-cloud",
        "BIG:Cloud",
        "by-tag:8b",
        "by-model:8b",
        "by-show:8b"
      })
  void ollamaModelThatRunsInItsVendorsCloudCountsAsCloud(String model) {
    try (ScriptedUpstream ollama = ScriptedUpstream.start(EscapeTest::forwardingOllama);
        RunningGateway gateway =
            RunningGateway.start(
                "providers: [{name: ollama, kind: ollama, base-url: '%s'}]"
                    .formatted(ollama.url("")),
                data)) {
      assertRefused(gateway.chat(chat("ollama/" + model, "My token is " + SECRET)));
      assertRefused(gateway.postTo("/api/chat", chat(model, "My token is " + SECRET)));

      assertThat(ollama.exchanges()).noneMatch(each -> each.bodyText().contains(SECRET));
    }
  }

  private static void forwardingOllama(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/api/tags" ->
          exchange.json(
              200,
              """
              {"models":[{"name":"big:cloud","model":"big:cloud"},{"name":"big:120b-cloud","model":"big:120b-cloud"},
               {"name":"BIG:Cloud","model":"BIG:Cloud"},
               {"name":"by-tag:8b","model":"by-tag:8b","remote_host":"https://elsewhere.test:443"},
               {"name":"by-model:8b","model":"by-model:8b","remote_model":"big"},
               {"name":"by-show:8b","model":"by-show:8b"}]}
              """);
      case "/api/show" ->
          exchange.json(
              200,
              exchange.bodyText().contains("by-show")
                  ? "{\"capabilities\":[\"completion\"],\"remote_host\":\"https://elsewhere.test:443\",\"remote_model\":\"big\"}"
                  : "{\"capabilities\":[\"completion\"]}");
      case "/api/ps" -> exchange.json(200, "{\"models\":[]}");
      default -> Answers.whole(exchange);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"big:cloud", "big:120b-cloud"})
  void modelInTheCloudBehindALocalServerOfOpenAisWireCountsAsCloud(String model) {
    try (ScriptedUpstream server = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                "providers: [{name: home, kind: openai-compatible, locality: local, base-url: '%s', models: ['%s']}]"
                    .formatted(server.url("/v1"), model),
                data)) {
      assertRefused(gateway.chat(chat("home/" + model, "My token is " + SECRET)));
      assertRefused(gateway.chat(PRIVATE));

      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectOfALocalServerIsNotFollowed(int status) {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local =
            ScriptedUpstream.start(
                exchange ->
                    exchange.respond(
                        status,
                        Map.of("Location", cloud.url("/v1/chat/completions").toString()),
                        new byte[0]));
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      assertRefused(gateway.chat(PRIVATE));

      assertThat(local.exchanges()).isNotEmpty();
      assertThat(cloud.connections()).isZero();
    }
  }

  /** The name leads here when it is asked for first, and to a public address from then on. */
  @Test
  void nameServerThatChangesItsAnswerLeadsNobodyAway() {
    try (ScriptedUpstream local =
            ScriptedUpstream.start(
                exchange -> {
                  Answers.whole(exchange);
                  exchange.hangUp();
                });
        RunningGateway gateway =
            RunningGateway.start(
                "providers: [{name: home, kind: openai-compatible, locality: local, base-url: 'http://here-then-elsewhere.test:%d/v1', models: [m]}]"
                    .formatted(local.port()),
                data)) {
      var before = gateway.chat(PRIVATE);
      var after = gateway.chat(PRIVATE);

      assertThat(before.statusCode()).isEqualTo(200);
      assertRefused(after);
      assertThat(after.body()).contains("is not a local address");
      assertThat(local.connections()).isEqualTo(1);
    }
  }

  @Test
  void errorOfALocalServerThatQuotesThePromptIsNotQuoted() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local =
            ScriptedUpstream.start(
                exchange ->
                    exchange.json(
                        500, "{\"error\":{\"message\":\"no memory for: " + SECRET + "\"}}"));
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      assertRefused(gateway.chat(PRIVATE));
      assertRefused(gateway.chat(PRIVATE.replace("{\"model\"", "{\"stream\":true,\"model\"")));

      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void heartbeatsOfAPrivateStreamComeWhileOnlyTheLocalModelIsAsked() throws IOException {
    CompletableFuture<Void> beaten = patiently();
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local =
            ScriptedUpstream.start(
                exchange -> {
                  beaten.join();
                  Answers.streamed(exchange);
                });
        RunningGateway gateway =
            RunningGateway.start(
                "server: {heartbeat-interval: 20ms}\n" + Answers.cloudAndLocal(cloud, local),
                data)) {
      var answer =
          gateway.send(
              gateway.post(PRIVATE.replace("{\"model\"", "{\"stream\":true,\"model\"")),
              HttpResponse.BodyHandlers.ofInputStream());
      int first = answer.body().read();
      int connectionsByThen = cloud.connections();
      beaten.complete(null);
      String rest = new String(answer.body().readAllBytes(), UTF_8);

      assertThat(first).isEqualTo(':');
      assertThat(rest).contains("[DONE]");
      assertThat(connectionsByThen).isZero();
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void clientThatLeavesTakesItsRequestAlong() throws IOException {
    CompletableFuture<Boolean> asked = patiently();
    CompletableFuture<Boolean> aborted = patiently();
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local =
            ScriptedUpstream.start(
                exchange -> {
                  asked.complete(true);
                  aborted.complete(leaves(exchange, PATIENCE_SECONDS));
                });
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
        byte[] body = PRIVATE.getBytes(UTF_8);
        client
            .getOutputStream()
            .write(
                ("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n")
                    .getBytes(UTF_8));
        client.getOutputStream().write(body);
        asked.join();
      }

      assertThat(aborted.join()).isTrue();
      assertThat(local.exchanges()).hasSize(1);
      assertThat(cloud.connections()).isZero();
    }
  }

  /** Files are looked at once a second; until then what was known at the last look holds. */
  @Test
  void wordThatIsAddedWhileARequestIsUnderWayHoldsForTheNextOnes() throws IOException {
    Path words = Files.writeString(data.resolve("clients.txt"), "Quarz Optik\n");
    String word = WholeRun.plant("Falkenried Logistik");
    String question = chat("cloud", "Draft an offer to " + word);
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange -> {
                  Files.writeString(words, "Quarz Optik\n" + word + "\n");
                  Answers.whole(exchange);
                });
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud) + "privacy: {dictionaries: [clients.txt]}\n", data)) {
      var underWay = gateway.chat(question);
      var later = gateway.chat(question);
      for (int i = 0; i < 100_000 && later.statusCode() == 200; i++) {
        gateway.get("/healthz"); // which takes a while and asks nobody
        later = i % 200 == 0 ? gateway.chat(question) : later;
      }

      int reached = cloud.exchanges().size();
      var again = gateway.chat(question);
      assertThat(underWay.statusCode()).isEqualTo(200);
      assertRefused(later);
      assertRefused(again);
      assertThat(cloud.exchanges()).hasSize(reached);
    }
  }
}
