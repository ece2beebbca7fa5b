package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivacyPathTest {
  private static final String CARD_THREE_TURNS_BACK =
      """
      {"model":"%s","messages":[
        {"role":"user","content":"Look up my order"},
        {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"order","arguments":"{}"}}]},
        {"role":"tool","tool_call_id":"c1","content":"paid with 4012 8888 8888 1881"},
        {"role":"assistant","content":"Found it."},
        {"role":"user","content":"Thanks. What is the capital of France?"},
        {"role":"assistant","content":"Paris."},
        {"role":"user","content":"And of Italy?"}]}
      """;
  private static final String CARDS_STAY = "privacy: {rules: {financial: local}}\n";
  private static final String PLAIN =
      "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

  @TempDir private Path data;

  @Test
  void cardInAToolResultThreeTurnsBackNeverReachesTheCloud() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(Answers.cloudAndLocal(cloud, local) + CARDS_STAY, data)) {
      var answer = gateway.chat(CARD_THREE_TURNS_BACK.formatted("auto:best"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("x-gatehouse-route")).contains("home/qwen3-8b");
      assertThat(answer.headers().firstValue("x-gatehouse-privacy-class")).contains("FINANCIAL");
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void failingLocalModelIsNoReasonToLeave() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local =
            ScriptedUpstream.start(
                exchange -> exchange.json(500, "{\"error\":{\"message\":\"out of memory\"}}"));
        RunningGateway gateway =
            RunningGateway.start(Answers.cloudAndLocal(cloud, local) + CARDS_STAY, data)) {
      for (int i = 0; i < 12; i++) { // long enough for the circuit breaker to open
        var answer = gateway.chat(CARD_THREE_TURNS_BACK.formatted("auto"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
            .contains("\"code\":\"privacy_no_local_capacity\"")
            .doesNotContain("4012");
      }
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void unreachableLocalModelIsNoReasonToLeave() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(configWithDeadLocal(cloud) + CARDS_STAY, data)) {
      var answer = gateway.chat(CARD_THREE_TURNS_BACK.formatted("auto"));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("privacy_no_local_capacity");
      assertThat(cloud.connections()).isZero();
    }
  }

  private static String configWithDeadLocal(ScriptedUpstream cloud) {
    try (ScriptedUpstream local = Answers.whole()) {
      return Answers.cloudAndLocal(cloud, local);
    }
  }

  @Test
  void localProviderWithAPublicAddressGetsNothing() {
    String config =
        "providers: [{name: home, kind: openai-compatible, locality: local, base-url: 'http://elsewhere.test/v1', models: [m]}]";
    try (RunningGateway gateway = RunningGateway.start(config, data)) {
      var answer = gateway.chat(PLAIN.formatted("auto"));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("privacy_no_local_capacity");
    }
  }

  @Test
  void headerKeepsAPlainRequestAtHome() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer = gateway.chat(PLAIN.formatted("auto"), "x-gatehouse-privacy", "local");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("privacy_no_local_capacity");
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void headerCannotLoosen() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(Answers.cloudOnly(cloud) + CARDS_STAY, data)) {
      var answer =
          gateway.chat(CARD_THREE_TURNS_BACK.formatted("auto"), "x-gatehouse-privacy", "cloud");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void headerThatMakesNoSenseIsRefusedNotIgnored() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer = gateway.chat(PLAIN.formatted("auto"), "x-gatehouse-privacy", "locla");

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void privacyOutranksANamedCloudModel() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(Answers.cloudAndLocal(cloud, local) + CARDS_STAY, data)) {
      var answer = gateway.chat(CARD_THREE_TURNS_BACK.formatted("cloud/gpt-4.1-mini"));

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("privacy_forbids_model");
      assertThat(cloud.connections()).isZero();
      assertThat(local.connections()).isZero();
    }
  }

  @Test
  void keyThatMustStayLocalStaysLocal() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud)
                    + "keys: [{name: clinic, key: sk-clinic-0001, privacy: local}]\n",
                data)) {
      var answer = gateway.chat(PLAIN.formatted("auto"), "Authorization", "Bearer sk-clinic-0001");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void wordsOfTheCustomersDictionaryStayLocal() throws IOException {
    Files.writeString(
        data.resolve("clients.txt"), "# clients\nAcme Holdings\nM\u00fcller & S\u00f6hne\n");
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud) + "privacy: {dictionaries: [clients.txt]}\n", data)) {
      var client =
          gateway.chat(PLAIN.formatted("auto").replace("Hi", "Write to ACME holdings, please"));
      var inside =
          gateway.chat(PLAIN.formatted("auto").replace("Hi", "Write to XAcme Holdingsy, please"));

      assertThat(client.statusCode()).isEqualTo(503);
      assertThat(client.headers().firstValue("x-gatehouse-privacy-class")).contains("CUSTOMER");
      assertThat(inside.statusCode()).isEqualTo(200);
      assertThat(cloud.exchanges()).hasSize(1);
    }
  }

  @Test
  void modelThatALocalServerSendsToItsCloudCountsAsCloud() {
    try (ScriptedUpstream server = Answers.whole();
        RunningGateway gateway =
            RunningGateway.startAirGapped(
                "providers: [{name: oc, kind: openai-compatible, locality: local, base-url: '%s', models: ['gpt-oss:120b-cloud', 'qwen3:8b']}]"
                    .formatted(server.url("/v1")),
                data)) {
      var inCloud = gateway.chat(PLAIN.formatted("oc/gpt-oss:120b-cloud"));
      var atHome = gateway.chat(PLAIN.formatted("oc/qwen3:8b"));

      assertThat(inCloud.statusCode()).isEqualTo(403);
      assertThat(atHome.statusCode()).isEqualTo(200);
      assertThat(server.exchanges()).hasSize(1);
    }
  }

  @Test
  void whatWasNotReadToItsEndStaysLocalWhateverTheRuleForImagesSays() {
    String deep = "[".repeat(250) + "\"4012888888881881\"" + "]".repeat(250);
    String inImages = "\"images\":[\"AAAA\",\"4012888888881881\"]";
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(cloud)
                    + "privacy: {rules: {unscannable: cloud, financial: local}}\n",
                data)) {
      var tooDeep =
          gateway.chat(
              PLAIN.formatted("auto").replace("\"messages\"", "\"x\":" + deep + ",\"messages\""));
      var hidden =
          gateway.chat(PLAIN.formatted("auto").replace("\"messages\"", inImages + ",\"messages\""));

      assertThat(tooDeep.statusCode()).isEqualTo(503);
      assertThat(hidden.statusCode()).isEqualTo(503);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void strictestOfSeveralPrivacyHeadersHolds() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var two =
          gateway.chat(
              PLAIN.formatted("auto"),
              "x-gatehouse-privacy",
              "cloud",
              "x-gatehouse-privacy",
              "local");
      var listed = gateway.chat(PLAIN.formatted("auto"), "x-gatehouse-privacy", "cloud, local");

      assertThat(two.statusCode()).isEqualTo(503);
      assertThat(listed.statusCode()).isEqualTo(503);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void cardsAreFoundHoweverTheirGroupsAreParted() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(Answers.cloudOnly(cloud) + CARDS_STAY, data)) {
      for (String card :
          List.of(
              "4012\\n8888\\n8888\\n1881",
              "4012  8888  8888  1881",
              "4012\\t8888\\t8888\\t1881",
              "4012/8888/8888/1881",
              "4012_8888_8888_1881",
              "%B4012888888881881^DOE/J^",
              "4012 - 8888 - 8888 - 1881")) {
        var answer = gateway.chat(PLAIN.formatted("auto").replace("Hi", card));

        assertThat(answer.statusCode()).as(card).isEqualTo(503);
      }
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void secondOfTwoEqualKeysCannotHideTheFirst() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer =
          gateway.chat(
              "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"4012888888881881\",\"content\":\"Hi\"}]}");

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void airGappedGatewayNeverContactsTheCloud() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway =
            RunningGateway.startAirGapped(Answers.cloudAndLocal(cloud, local), data)) {
      var answer = gateway.chat(PLAIN.formatted("auto:best"));
      var named = gateway.chat(PLAIN.formatted("cloud/gpt-4.1-mini"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(named.statusCode()).isEqualTo(404);
      assertThat(cloud.connections()).isZero();
    }
  }

  @Test
  void noPrivateValueShowsInMetricsLedgerOrErrors() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      String error = gateway.chat(CARD_THREE_TURNS_BACK.formatted("4012888888881881")).body();
      gateway.chat(CARD_THREE_TURNS_BACK.formatted("auto"));

      assertThat(gateway.get("/metrics").body()).doesNotContain("88888881881", "8888 1881");
      assertThat(gateway.get("/admin/v1/charges").body())
          .doesNotContain("88888881881", "8888 1881");
      assertThat(error).doesNotContain("8888 1881");
    }
  }
}
