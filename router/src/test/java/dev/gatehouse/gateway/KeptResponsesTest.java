package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.provider.langchain.Recordings;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway keeps of answers, and what follows from it. */
final class KeptResponsesTest {
  private static final String KEYS =
      "keys: [{name: app, key: app-key}, {name: lab, key: lab-key}]\nserver: {admin-key: boss}\n";

  @TempDir private Path data;

  @Test
  void anotherKeyFindsNothing() {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway =
            RunningGateway.start(KEYS + AnyUpstream.OPENAI.configuration(cloud), data)) {
      String id =
          json(create(
                  gateway,
                  "{\"model\":\"auto\",\"input\":\"Hi\"}",
                  "authorization",
                  "Bearer app-key"))
              .path("id")
              .textValue();

      var mine = gateway.get("/v1/responses/" + id, "authorization", "Bearer app-key");
      var others = gateway.get("/v1/responses/" + id, "authorization", "Bearer lab-key");
      var items =
          gateway.get("/v1/responses/" + id + "/input_items", "authorization", "Bearer lab-key");
      var next =
          create(
              gateway,
              "{\"model\":\"auto\",\"input\":\"x\",\"previous_response_id\":\"" + id + "\"}",
              "authorization",
              "Bearer lab-key");
      assertThat(mine.statusCode()).isEqualTo(200);
      assertThat(others.statusCode()).isEqualTo(404);
      assertThat(items.statusCode()).isEqualTo(404);
      assertThat(next.statusCode()).isEqualTo(400);
      assertThat(cloud.exchanges()).hasSize(1);
    }
  }

  @Test
  void keptResponseOutlivesTheGateway() {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start()) {
      String id;
      try (RunningGateway gateway =
          RunningGateway.start(AnyUpstream.OPENAI.configuration(cloud), data)) {
        id = json(create(gateway, "{\"model\":\"auto\",\"input\":\"Hi\"}")).path("id").textValue();
      }

      try (RunningGateway gateway =
          RunningGateway.start(AnyUpstream.OPENAI.configuration(cloud), data)) {
        assertThat(gateway.get("/v1/responses/" + id).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void privateTurnKeepsTheConversationAtHome() {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        ScriptedUpstream home = AnyUpstream.OLLAMA.start();
        RunningGateway gateway = RunningGateway.start(both(cloud, home), data)) {
      var first =
          create(gateway, "{\"model\":\"auto\",\"input\":\"Hi\"}", "x-gatehouse-privacy", "local");
      String next =
          "{\"model\":\"up/gpt-5.2\",\"input\":\"And now?\",\"previous_response_id\":\"%s\"}"
              .formatted(json(first).path("id").textValue());

      var second = create(gateway, next);

      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(second.statusCode()).isEqualTo(403);
      assertThat(json(second).path("error").path("code").asText())
          .isEqualTo("privacy_forbids_model");
      assertThat(cloud.exchanges()).isEmpty();
    }
  }

  @Test
  void everyEventOfARelayedStreamTellsWhatTheGatewayKeeps() {
    try (ScriptedUpstream openAi = AnyUpstream.OPENAI.start();
        RunningGateway gateway =
            RunningGateway.start(AnyUpstream.OPENAI.configuration(openAi), data)) {
      String id =
          json(create(gateway, "{\"model\":\"auto\",\"input\":\"Hi\"}")).path("id").textValue();

      var streamed =
          create(
              gateway,
              "{\"model\":\"auto\",\"input\":\"More\",\"stream\":true,\"previous_response_id\":\"%s\"}"
                  .formatted(id));

      assertThat(
              streamed
                  .body()
                  .lines()
                  .filter(line -> line.startsWith("data: ") && line.contains("\"response\":{")))
          .hasSize(3)
          .allSatisfy(
              line ->
                  assertThat(line)
                      .contains("\"store\":true", "\"previous_response_id\":\"" + id + "\""));
    }
  }

  @Test
  void itemOfAPrivateTurnIsPrivateWhereverItIsReferredTo() {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        ScriptedUpstream home = AnyUpstream.OLLAMA.start();
        RunningGateway gateway = RunningGateway.start(both(cloud, home), data)) {
      var first =
          create(gateway, "{\"model\":\"auto\",\"input\":\"Hi\"}", "x-gatehouse-privacy", "local");
      String item = json(first).at("/output/0/id").textValue();

      var second =
          create(
              gateway,
              "{\"model\":\"up/gpt-5.2\",\"input\":[{\"type\":\"item_reference\",\"id\":\"%s\"},{\"role\":\"user\",\"content\":\"And?\"}]}"
                  .formatted(item));

      assertThat(second.statusCode()).isEqualTo(403);
      assertThat(cloud.exchanges()).isEmpty();
    }
  }

  @Test
  void classOfAnEarlierTurnIsTheNextOnesToo() {
    try (ScriptedUpstream home = AnyUpstream.OLLAMA.start();
        RunningGateway gateway =
            RunningGateway.start(AnyUpstream.OLLAMA.configuration(home), data)) {
      var first = create(gateway, "{\"model\":\"auto\",\"input\":\"Card 4111 1111 1111 1111\"}");
      String id = json(first).path("id").textValue();

      var second =
          create(
              gateway,
              "{\"model\":\"auto\",\"input\":\"Thanks\",\"previous_response_id\":\"" + id + "\"}");

      assertThat(privacyClass(first)).isEqualTo("FINANCIAL");
      assertThat(privacyClass(second)).isEqualTo("FINANCIAL");
    }
  }

  private static String privacyClass(HttpResponse<String> answer) {
    return answer.headers().firstValue("x-gatehouse-privacy-class").orElse("");
  }

  private static String both(ScriptedUpstream cloud, ScriptedUpstream home) {
    return AnyUpstream.OPENAI.configuration(cloud)
        + "  - {name: home, kind: ollama, base-url: %s}\n".formatted(home.url(""));
  }

  @Test
  void hostedToolsGoOnlyWhereTheRequestIsRelayed() {
    String body = "{\"model\":\"%s\",\"input\":\"Hi\",\"tools\":[{\"type\":\"web_search\"}]}";
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        ScriptedUpstream other = AnyUpstream.OPENAI.start();
        RunningGateway gateway =
            RunningGateway.start(
                AnyUpstream.OPENAI.configuration(cloud)
                    + "  - {name: home, kind: openai-compatible, locality: local, base-url: %s, models: [qwen3-8b]}\n"
                        .formatted(other.url("/v1")),
                data)) {
      assertThat(create(gateway, body.formatted("auto")).statusCode()).isEqualTo(200);
      assertThat(create(gateway, body.formatted("home/qwen3-8b")).body()).contains("tools[0].type");
      assertThat(other.exchanges()).isEmpty();
    }
  }

  @Test
  void answerThatCannotBeKeptIsAnError() throws SQLException {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway =
            RunningGateway.start(AnyUpstream.OPENAI.configuration(cloud), data)) {
      dropItems();

      var whole = create(gateway, "{\"model\":\"auto\",\"input\":\"Hi\"}");
      var streamed = create(gateway, "{\"model\":\"auto\",\"input\":\"Hi\",\"stream\":true}");
      var unkept = create(gateway, "{\"model\":\"auto\",\"input\":\"Hi\",\"store\":false}");

      assertThat(whole.statusCode()).isEqualTo(500);
      assertThat(json(whole).path("error").path("code").asText()).isEqualTo("answer_not_kept");
      assertThat(streamed.body())
          .contains("event: error\n", "event: response.failed\n", "answer_not_kept")
          .doesNotContain("response.completed");
      assertThat(unkept.statusCode()).isEqualTo(200);
      assertThat(gateway.charges().path(2).path("errorKind").asText()).isEqualTo("not_kept");
      assertThat(gateway.charges().path(2).path("inputTokens").asInt()).isEqualTo(20);
    }
  }

  private void dropItems() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("gatehouse.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE stored_item");
    }
  }

  @Test
  void withoutRetentionAnswersSayThatTheyAreNotStored() {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway =
            RunningGateway.start(
                "responses: {retention: 0}\n" + AnyUpstream.OPENAI.configuration(cloud), data)) {
      JsonNode given =
          json(create(gateway, "{\"model\":\"auto\",\"input\":\"Hi\",\"store\":true}"));

      assertThat(given.path("store").asBoolean(true)).isFalse();
      assertThat(gateway.get("/v1/responses/" + given.path("id").textValue()).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void streamThatBreaksEndsInAnErrorAndAFailedResponse() {
    try (ScriptedUpstream home =
            ScriptedUpstream.start(
                exchange -> {
                  exchange.begin(200, "text/event-stream");
                  exchange.chunk(
                      "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{\"id\":\"resp_up\",\"output\":[]},\"sequence_number\":0}\n\n");
                  exchange.chunk(
                      "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"H\",\"sequence_number\":1}\n\n");
                  exchange.hangUp();
                });
        RunningGateway gateway =
            RunningGateway.start(AnyUpstream.OPENAI.configuration(home), data)) {
      var answer = create(gateway, "{\"model\":\"auto\",\"input\":\"Hi\",\"stream\":true}");

      List<String> types =
          answer.body().lines().filter(line -> line.startsWith("event: ")).toList();
      assertThat(types)
          .containsExactly(
              "event: response.created",
              "event: response.output_text.delta",
              "event: error",
              "event: response.failed");
      assertThat(answer.body()).contains("\"sequence_number\":3");
      assertThat(gateway.get("/v1/responses/resp_up").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void inputItemsComeInPages() {
    String items =
        Stream.of("a", "b", "c")
            .map(text -> "{\"role\":\"user\",\"content\":\"" + text + "\"}")
            .collect(Collectors.joining(","));
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway =
            RunningGateway.start(AnyUpstream.OPENAI.configuration(cloud), data)) {
      String path =
          "/v1/responses/"
              + json(create(gateway, "{\"model\":\"auto\",\"input\":[" + items + "]}"))
                  .path("id")
                  .textValue()
              + "/input_items";

      JsonNode first = json(gateway.get(path + "?limit=2"));
      JsonNode second =
          json(gateway.get(path + "?limit=2&after=" + first.path("last_id").asText()));
      JsonNode ascending = json(gateway.get(path + "?order=asc"));

      assertThat(texts(first)).containsExactly("c", "b");
      assertThat(first.path("has_more").asBoolean()).isTrue();
      assertThat(texts(second)).containsExactly("a");
      assertThat(second.path("has_more").asBoolean(true)).isFalse();
      assertThat(texts(ascending)).containsExactly("a", "b", "c");
      assertThat(ascending.path("data").path(0).path("type").asText()).isEqualTo("message");
      assertThat(gateway.get(path + "?limit=0").statusCode()).isEqualTo(400);
      assertThat(gateway.get(path + "?order=up").statusCode()).isEqualTo(400);
      assertThat(gateway.get(path + "?after=msg_x").statusCode()).isEqualTo(400);
    }
  }

  private static List<String> texts(JsonNode page) {
    return page.path("data")
        .valueStream()
        .map(item -> item.path("content").path(0).path("text").asText())
        .toList();
  }

  @Test
  void whatIsNotDoneHereSaysSo() {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway =
            RunningGateway.start(AnyUpstream.OPENAI.configuration(cloud), data)) {
      String id =
          json(create(gateway, "{\"model\":\"auto\",\"input\":\"Hi\"}")).path("id").textValue();

      assertThat(post(gateway, "/v1/responses/" + id + "/cancel", "").body())
          .contains("Cannot cancel a synchronous response");
      assertThat(gateway.get("/v1/responses/" + id + "?stream=true").statusCode()).isEqualTo(400);
      assertThat(post(gateway, "/v1/responses/input_tokens", "{}").statusCode()).isEqualTo(501);
      assertThat(post(gateway, "/v1/responses/compact", "{}").statusCode()).isEqualTo(501);
      assertThat(post(gateway, "/v1/conversations", "{}").statusCode()).isEqualTo(501);
    }
  }

  @Test
  void everyRecordedExchangePassesTheWholeGatewayUnchanged() {
    List<JsonNode> recorded = Recordings.of("openai.jsonl.gz", KeptResponsesTest::standsAlone);
    Deque<JsonNode> script = new ArrayDeque<>(recorded);
    String models =
        recorded.stream()
            .map(each -> each.path("request").path("model").asText())
            .distinct()
            .map(id -> "{id: " + id + ", input-price: 1, output-price: 1}")
            .collect(Collectors.joining(", "));
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(exchange -> replay(script.remove(), exchange));
        RunningGateway gateway =
            RunningGateway.start(
                """
                privacy: {rules: {internal: cloud, personal: cloud, financial: cloud, health: cloud, customer: cloud, unscannable: cloud, secret: cloud}}
                providers: [{name: up, kind: openai, base-url: %s, api-key: k, models: [%s]}]
                """
                    .formatted(cloud.url("/v1"), models),
                data)) {
      for (JsonNode each : recorded) {
        var answer = create(gateway, each.path("request").toString());

        assertThat(unsigned(answer.body()))
            .as(each.path("source").asText())
            .isEqualTo(unsigned(body(each)));
      }
    }
    assertThat(recorded).hasSizeGreaterThan(125);
  }

  private static boolean standsAlone(JsonNode recorded) {
    JsonNode request = recorded.path("request");
    return recorded.path("path").asText().equals("/v1/responses")
        && recorded.path("status").asInt() == 200
        && !request.path("background").asBoolean()
        && !request.hasNonNull("conversation")
        && !request.hasNonNull("previous_response_id");
  }

  private static void replay(JsonNode recorded, ScriptedUpstream.Exchange exchange)
      throws IOException {
    if (recorded.path("response").isTextual()) {
      FakeVendor.stream(body(recorded)).answer(exchange);
    } else {
      exchange.json(200, body(recorded));
    }
  }

  private static String body(JsonNode recorded) {
    JsonNode response = recorded.path("response");
    return response.isTextual() ? response.textValue() : response.toString();
  }

  /** Without what the gateway puts right, if it is right: it keeps every answer. */
  private static String unsigned(String body) {
    return body.replace("\"store\":false", "\"store\":true");
  }

  private static HttpResponse<String> create(
      RunningGateway gateway, String body, String... headers) {
    return post(gateway, "/v1/responses", body, headers);
  }

  private static HttpResponse<String> post(
      RunningGateway gateway, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.url(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return gateway.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return RunningGateway.json(answer.body());
  }
}
