package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedactedPathTest {
  private static final String MAIL = "ann.kern@firm.test";
  private static final String ASKS =
      "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Write to " + MAIL + "\"}]}";
  private static final String TOKEN = "x[0-9a-z]{12}@mail\\.example";

  @TempDir private Path data;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/chat/completions | {'model':'up/M','messages':[{'role':'user','content':'to ann.kern@firm.test'}],'user':'ann.kern@firm.test','stream':true}",
        "/v1/chat/completions | {'model':'up/M','stream':true,'messages':[{'role':'user','content':'to ann.kern@firm.test'}]}",
        "/v1/responses | {'model':'up/M','input':'to ann.kern@firm.test','instructions':'ann.kern@firm.test'}",
        "/v1/messages | {'model':'up/M','max_tokens':9,'messages':[{'role':'user','content':'to ann.kern@firm.test'}],'metadata':{'user_id':'ann.kern@firm.test'},'stream':true}",
        "/v1/messages/count_tokens | {'model':'up/M','messages':[{'role':'user','content':'to ann.kern@firm.test'}]}",
        "/api/chat | {'model':'up/M','messages':[{'role':'user','content':'to ann.kern@firm.test'}]}",
        "/api/generate | {'model':'up/M','prompt':'to ann.kern@firm.test'}",
      })
  void cloudSeesTokensAloneInEveryProtocol(String path, String body) {
    for (AnyUpstream vendor : List.of(AnyUpstream.OPENAI, AnyUpstream.ANTHROPIC)) {
      String model = vendor == AnyUpstream.OPENAI ? "gpt-5.2" : "claude-sonnet-4-5";
      try (ScriptedUpstream cloud = vendor.start();
          RunningGateway gateway =
              RunningGateway.start(vendor.configuration(cloud), data.resolve(vendor.name()))) {
        var answer = gateway.postTo(path, body.replace('\'', '"').replace("M", model));

        assertThat(seen(cloud)).as(vendor.name()).doesNotContain("ann.kern", "firm.test");
        if (!path.endsWith("count_tokens")) {
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          assertThat(seen(cloud)).containsPattern(TOKEN);
          assertThat(answer.headers().firstValue("x-gatehouse-redacted")).contains("1");
          assertThat(answer.headers().firstValue("x-gatehouse-privacy-class")).contains("PERSONAL");
          assertThat(answer.headers().firstValue("x-gatehouse-reason").orElse(""))
              .endsWith("redacted: 1 value");
        }
      }
    }
  }

  @Test
  void embeddingsCountsAndCompletionsGoOutRedacted() {
    try (ScriptedUpstream cloud = ScriptedUpstream.start(RedactedPathTest::vectorsAndCounts);
        RunningGateway gateway =
            RunningGateway.start(
                """
                providers:
                  - {name: up, kind: openai, base-url: %s, api-key: k, models: [{id: gpt-4.1-mini}, {id: text-embedding-3-small, capabilities: [embeddings]}]}
                  - {name: claude, kind: anthropic, base-url: %s, api-key: k, models: [{id: claude-sonnet-4-5}]}
                """
                    .formatted(cloud.url("/v1"), cloud.url("")),
                data)) {
      var vector =
          gateway.postTo(
              "/v1/embeddings",
              "{\"model\":\"up/text-embedding-3-small\",\"input\":[\"" + MAIL + "\"]}");
      var count =
          gateway.postTo("/v1/messages/count_tokens", ASKS.formatted("claude/claude-sonnet-4-5"));

      var text =
          gateway.postTo(
              "/v1/completions", "{\"model\":\"up/gpt-4.1-mini\",\"prompt\":\"to " + MAIL + "\"}");

      assertThat(text.statusCode()).as(text.body()).isEqualTo(200);
      assertThat(vector.statusCode()).as(vector.body()).isEqualTo(200);
      assertThat(count.statusCode()).as(count.body()).isEqualTo(200);
      assertThat(cloud.exchanges()).hasSize(3);
      assertThat(seen(cloud)).doesNotContain("ann.kern").containsPattern(TOKEN);
    }
  }

  private static void vectorsAndCounts(Exchange exchange) throws IOException {
    if (exchange.path().endsWith("/completions")) {
      exchange.json(
          200,
          "{\"id\":\"cmpl-1\",\"object\":\"text_completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"text\":\"ok\",\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"total_tokens\":2}}");
      return;
    }
    exchange.json(
        200,
        exchange.path().endsWith("count_tokens")
            ? "{\"input_tokens\":7}"
            : "{\"object\":\"list\",\"model\":\"m\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[0.5]}],\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1}}");
  }

  @Test
  void localModelGetsTheOriginal() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      var answer = gateway.chat(ASKS.formatted("home/qwen3-8b"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(seen(local)).contains(MAIL);
      assertThat(answer.headers().firstValue("x-gatehouse-redacted")).isEmpty();
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void requestForALocalModelIsNotRedactedForNobody() {
    String image =
        "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"data:image/png;base64,AAAA\"}]}";
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudAndLocal(cloud, local) + "privacy: {rules: {unscannable: redact}}\n",
                data)) {
      var any = gateway.chat(image.formatted("auto"));
      var own = gateway.chat(image.formatted("local"));

      assertThat(any.headers().firstValue("x-gatehouse-reason").orElse(""))
          .contains("it cannot be redacted");
      assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
      assertThat(own.headers().firstValue("x-gatehouse-reason").orElse(""))
          .doesNotContain("redacted", "private");
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void localModelThatFailsIsSaidToFailAlsoForWhatWouldBeRedacted() {
    try (ScriptedUpstream local = ScriptedUpstream.start(RedactedPathTest::fails);
        RunningGateway gateway =
            RunningGateway.start(
                """
                providers:
                  - {name: home, kind: openai-compatible, locality: local, base-url: %s, models: [{id: qwen3-8b}]}
                """
                    .formatted(local.url("/v1")),
                data)) {
      var last = gateway.chat(ASKS.formatted("auto"));
      for (int i = 0; i < 12; i++) {
        last = gateway.chat(ASKS.formatted("auto"));
      }

      assertThat(last.statusCode()).isEqualTo(503);
      assertThat(last.body()).contains("no_model_available", "every provider that could answer");
    }
  }

  @Test
  void fallOverFromTheCloudBringsTheOriginalHome() {
    try (ScriptedUpstream cloud = ScriptedUpstream.start(RedactedPathTest::fails);
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      var answer = gateway.chat(ASKS.formatted("auto:best"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(seen(cloud)).containsPattern(TOKEN).doesNotContain("ann.kern");
      assertThat(seen(local)).contains(MAIL);
      assertThat(answer.headers().firstValue("x-gatehouse-redacted")).isEmpty();
    }
  }

  @Test
  void fallOverFromHomeSendsTokensOut() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = ScriptedUpstream.start(RedactedPathTest::fails);
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      var answer = gateway.chat(ASKS.formatted("auto:economy"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(seen(local)).contains(MAIL);
      assertThat(seen(cloud)).containsPattern(TOKEN).doesNotContain("ann.kern");
      assertThat(answer.headers().firstValue("x-gatehouse-redacted")).contains("1");
    }
  }

  private static void fails(Exchange exchange) throws IOException {
    exchange.json(500, "{\"error\":{\"message\":\"no\"}}");
  }

  @Test
  void tokensSurviveARestartAndTheKeyIsItsOwnersAlone() throws IOException {
    try (ScriptedUpstream cloud = Answers.whole()) {
      for (int i = 0; i < 2; i++) {
        try (RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
          gateway.chat(ASKS.formatted("auto"));
        }
      }
      Path key = data.resolve(Deciding.PSEUDONYM_KEY);

      assertThat(body(cloud, 1)).isEqualTo(body(cloud, 0));
      assertThat(Files.size(key)).isEqualTo(32);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");

      Files.delete(key);
      try (RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
        gateway.chat(ASKS.formatted("auto"));
      }
      assertThat(body(cloud, 2)).isNotEqualTo(body(cloud, 0));
    }
  }

  @Test
  void sessionNamesTheConversationAndItsLengthIsBounded() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      gateway.chat(ASKS.formatted("auto"), "x-gatehouse-session", "one");
      gateway.chat(ASKS.formatted("auto"), "x-gatehouse-session", "one");
      gateway.chat(ASKS.formatted("auto"), "x-gatehouse-session", "two");
      var tooLong = gateway.chat(ASKS.formatted("auto"), "x-gatehouse-session", "a".repeat(201));

      assertThat(body(cloud, 1)).isEqualTo(body(cloud, 0));
      assertThat(body(cloud, 2)).isNotEqualTo(body(cloud, 0));
      assertThat(tooLong.statusCode()).isEqualTo(400);
    }
  }

  @Test
  void tokensOfAConversationAreTheSameInEveryTurnOfResponses() {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway =
            RunningGateway.start(AnyUpstream.OPENAI.configuration(cloud), data)) {
      String first = "{\"model\":\"auto\",\"input\":\"to " + MAIL + "\"}";
      String id =
          RunningGateway.json(gateway.postTo("/v1/responses", first).body()).path("id").asText();
      var next =
          gateway.postTo(
              "/v1/responses",
              "{\"model\":\"auto\",\"input\":\"again\",\"previous_response_id\":\"" + id + "\"}");

      assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
      assertThat(body(cloud, 1)).contains("again").doesNotContain("ann.kern");
      assertThat(token(body(cloud, 1))).isEqualTo(token(body(cloud, 0)));
    }
  }

  private static String token(String body) {
    return java.util.regex.Pattern.compile(TOKEN)
        .matcher(body)
        .results()
        .map(java.util.regex.MatchResult::group)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void headerAsksForRedactionOfWhatMayLeaveAndOfNothingLess() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud) + "privacy: {rules: {personal: cloud}}\n", data)) {
      gateway.chat(ASKS.formatted("auto"));
      gateway.chat(ASKS.formatted("auto"), "x-gatehouse-privacy", "redact");
      var plain =
          gateway.chat(
              ASKS.formatted("auto").replace(MAIL, "her"), "x-gatehouse-privacy", "redact");

      assertThat(body(cloud, 0)).contains(MAIL);
      assertThat(body(cloud, 1)).doesNotContain(MAIL).containsPattern(TOKEN);
      assertThat(plain.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void keyThatAsksForRedactionGetsIt() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud)
                    + "privacy: {rules: {personal: cloud}}\nkeys: [{name: app, key: sk-app-0001, privacy: redact}]\n",
                data)) {
      gateway.chat(ASKS.formatted("auto"), "Authorization", "Bearer sk-app-0001");

      assertThat(seen(cloud)).doesNotContain(MAIL).containsPattern(TOKEN);
    }
  }

  @Test
  void oneValueThatMustStayKeepsAllOfTheRequestAtHome() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer =
          gateway.chat(ASKS.formatted("auto").replace("Write", "Use AKIAZQ3DRSTUVWXY2345, write"));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("privacy_no_local_capacity");
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void whatCannotBeRedactedStaysAtHome() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud) + "privacy: {rules: {unscannable: redact}}\n", data)) {
      var image =
          gateway.chat(
              "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AAAA\"}}]}]}");
      var role =
          gateway.chat(
              "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"},{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"4012888888881881\",\"arguments\":\"{}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":\"ok\"}]}");

      assertThat(image.statusCode()).isIn(400, 503);
      assertThat(role.statusCode()).isEqualTo(503);
      assertThat(role.body())
          .contains(
              "must stay local: it cannot be redacted: a private value stands in a field of the"
                  + " protocol");
      assertThat(cloud.connections()).isZero();
    }
  }

  private static String seen(ScriptedUpstream server) {
    return server.exchanges().stream()
        .map(each -> new String(each.body(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  private static String body(ScriptedUpstream server, int index) {
    return new String(server.exchanges().get(index).body(), StandardCharsets.UTF_8);
  }
}
