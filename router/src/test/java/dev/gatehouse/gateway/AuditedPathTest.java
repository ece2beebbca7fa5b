package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.AuditVerification;
import dev.gatehouse.audit.AuditWitness;
import dev.gatehouse.audit.SentPayloads;
import dev.gatehouse.keyfile.Permissions;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditedPathTest {
  private static final String MAIL = "ann.kern@firm.test";
  private static final String CARD = "4111 1111 1111 1111";

  @TempDir private Path data;

  @Test
  void whatWasJudgedAndWhatLeftAreWrittenDownWithoutAnyValue() throws IOException {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway = RunningGateway.start(configuration(cloud, ""), data)) {
      gateway.chat(chat("Write to " + MAIL));
      gateway.chat(chat("My password is hunter2horse! Keep it."));
    }

    List<String> log = Files.readAllLines(data.resolve("audit.log"));
    assertThat(log).hasSize(3);
    assertThat(log.get(0))
        .contains("\"event\":\"decided\"", "\"class\":\"PERSONAL\"", "\"EMAIL\":1")
        .contains("\"treatment\":\"redact\"", "\"decision\":\"route up/gpt-5.2 of 1\"");
    assertThat(log.get(1))
        .contains("\"event\":\"sent\"", "\"destination\":\"up\"", "\"locality\":\"cloud\"");
    assertThat(log.get(2))
        .contains("\"class\":\"SECRET\"", "\"decision\":\"refuse privacy_no_local_capacity\"");
    assertThat(String.join("\n", log)).doesNotContain("firm.test", "hunter2");
    assertThat(AuditVerification.of(data).problem()).isEmpty();
  }

  @Test
  void auditLogThatIsTakenAwayBetweenTwoStartsIsMissed() throws IOException {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start()) {
      try (RunningGateway gateway = RunningGateway.start(configuration(cloud, ""), data)) {
        gateway.chat(chat("Hello!"));
        assertThat(gateway.lostAudit()).isEmpty();
      }
      Files.delete(data.resolve("audit.log"));
      Files.delete(data.resolve("audit.head"));
      Files.delete(data.resolve("audit.key"));

      try (RunningGateway gateway = RunningGateway.start(configuration(cloud, ""), data)) {
        assertThat(gateway.lostAudit()).map(AuditWitness.Mark::sequence).contains(2L);
      }
    }

    assertThat(AuditVerification.of(data).lost())
        .singleElement()
        .asString()
        .contains("it had 2 entries or more");
  }

  @Test
  void theSameValueHasTheSameDigestInTwoRequests() throws IOException {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway = RunningGateway.start(configuration(cloud, ""), data)) {
      gateway.chat(chat("Write to " + MAIL));
      gateway.chat(chat("Is " + MAIL + " right?"));
      gateway.chat(chat("Is bob.kern@firm.test right?"));
    }

    List<String> digests =
        Files.readAllLines(data.resolve("audit.log")).stream()
            .filter(line -> line.contains("decided"))
            .map(line -> line.replaceAll(".*\"digests\":\\[(.*?)].*", "$1"))
            .toList();
    assertThat(digests.get(0)).isEqualTo(digests.get(1)).isNotEqualTo(digests.get(2));
  }

  @Test
  void whatLeftIsKeptEncryptedOnlyWhereItIsAskedFor() throws IOException {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway =
            RunningGateway.start(configuration(cloud, "audit: {keep-sent: 7d}"), data)) {
      String id =
          gateway
              .chat(chat("Write to " + MAIL))
              .headers()
              .firstValue("x-gatehouse-request-id")
              .orElseThrow();

      List<SentPayloads.Sent> kept =
          new SentPayloads(data, Duration.ofDays(7)).of(id, Instant.now());

      assertThat(kept).hasSize(1);
      assertThat(new String(kept.getFirst().payload(), StandardCharsets.UTF_8))
          .contains("Write to ", "@mail.example")
          .doesNotContain("firm.test");
    }
    assertThat(data.resolve("sent")).isDirectory();
  }

  @Test
  void nothingOfItIsKeptUnasked() {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway = RunningGateway.start(configuration(cloud, ""), data)) {
      gateway.chat(chat("Hello!"));
    }

    assertThat(data.resolve("sent")).doesNotExist();
  }

  @Test
  void whatCannotBeWrittenDownDoesNotLeave() throws IOException {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway =
            RunningGateway.start(configuration(cloud, "audit: {keep-sent: 7d}"), data)) {
      Files.createFile(data.resolve("sent"));

      var answer = gateway.chat(chat("Hello!"));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(cloud.exchanges()).noneMatch(exchange -> exchange.method().equals("POST"));
    }
  }

  @Test
  void aTenantsRulesHoldForItsKeysAlone() {
    String keys =
        """
        tenants:
          - {name: clinic, preset: hipaa}
        keys:
          - {name: ward, key: key-of-the-ward, tenant: clinic}
          - {name: shop, key: key-of-the-shop}
        """;
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway = RunningGateway.start(configuration(cloud, keys), data)) {
      var ward = gateway.chat(chat("Hello!"), "Authorization", "Bearer key-of-the-ward");
      var shop = gateway.chat(chat("Hello!"), "Authorization", "Bearer key-of-the-shop");
      var both =
          gateway.chat(
              chat("Hello!"),
              "Authorization",
              "Bearer key-of-the-shop",
              "x-api-key",
              "key-of-the-ward");
      var dummy =
          gateway.chat(
              chat("Hello!"), "Authorization", "Bearer none", "x-api-key", "key-of-the-ward");

      assertThat(both.statusCode()).isEqualTo(401);
      assertThat(both.body()).contains("send one");
      assertThat(dummy.statusCode()).isEqualTo(503);
      assertThat(ward.statusCode()).isEqualTo(503);
      assertThat(shop.statusCode()).isEqualTo(200);
      assertThat(ward.body()).contains("privacy");
    }
  }

  @Test
  void aConversationStaysLocalWhenItsPrivateTurnIsNoLongerSent() {
    String rules = "privacy: {rules: {financial: local}}";
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway = RunningGateway.start(configuration(cloud, rules), data)) {
      gateway.chat(
          chat(
              "My card is " + CARD,
              "Thank you, I have noted the number for the order.",
              "And now?"));

      var later =
          gateway.chat(
              chat(
                  "Thank you, I have noted the number for the order.",
                  "And now?",
                  "Wait.",
                  "Go on."));
      var other =
          gateway.chat(
              chat(
                  "Thank you for all that you have told me today!", "And now?", "Stop.", "Go on."));

      assertThat(later.statusCode()).isEqualTo(503);
      assertThat(later.headers().firstValue("x-gatehouse-privacy-class")).contains("FINANCIAL");
      assertThat(other.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void redactedConversationWhosePrivateTurnIsGoneStaysLocalAndSaysWhyAndWhatToDo() {
    String thanks = "Thank you, I have noted the address for the order of tomorrow.";
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway = RunningGateway.start(configuration(cloud, ""), data)) {
      var first = gateway.chat(chat("Write to " + MAIL, thanks, "And now?"));

      var later = gateway.chat(chat(thanks, "And now?", "Wait.", "Go on."));
      var again = gateway.chat(chat("Write to " + MAIL, thanks, "And now?", "Wait.", "Go on."));
      var other = gateway.chat(chat("Hello!"));

      String why =
          "it goes on from an earlier turn that counted as [PERSONAL] and that it no longer holds,"
              + " so that what was said of it since cannot be redacted";
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(later.statusCode()).isEqualTo(503);
      assertThat(later.body())
          .contains("privacy_no_local_capacity", "must stay local: " + why)
          .contains("add one that can, or begin a new conversation", "x-gatehouse-session");
      assertThat(later.headers().firstValue("x-gatehouse-privacy-class")).contains("PERSONAL");
      assertThat(later.headers().firstValue("x-gatehouse-reason").orElse("")).contains(why);
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(other.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void conversationWhosePrivateTurnIsGoneIsAnsweredAtHomeWithTheReason() {
    try (ScriptedUpstream cloud = Answers.whole();
        ScriptedUpstream local = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudAndLocal(cloud, local), data)) {
      String[] session = {"x-gatehouse-session", "s-1"};
      gateway.chat(whole("cloud/gpt-5.2", "Write to " + MAIL), session);
      int sent = cloud.exchanges().size();

      var auto = gateway.chat(whole("auto:best", "Hello!"), session);
      var named = gateway.chat(whole("cloud/gpt-5.2", "Hello!"), session);

      assertThat(auto.headers().firstValue("x-gatehouse-locality")).contains("local");
      assertThat(auto.headers().firstValue("x-gatehouse-reason").orElse(""))
          .startsWith("private, stays local: it goes on from an earlier turn that counted as");
      assertThat(named.statusCode()).isEqualTo(403);
      assertThat(named.body()).contains("ask for one that is, or begin a new conversation");
      assertThat(cloud.exchanges()).hasSize(sent);
    }
  }

  @Test
  void harmlessTurnOfASessionThatAHeaderKeptAtHomeSaysThatAnEarlierOneWas() {
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway = RunningGateway.start(configuration(cloud, ""), data)) {
      String[] session = {"x-gatehouse-session", "s-1"};
      gateway.chat(chat("Hi!"), "x-gatehouse-session", "s-1", "x-gatehouse-privacy", "local");

      var next = gateway.chat(chat("Hello!"), session);

      assertThat(next.statusCode()).isEqualTo(503);
      assertThat(next.body())
          .contains("the request is not private by itself and must stay local")
          .contains("it goes on from an earlier turn that had to stay local")
          .contains("or begin a new conversation");
    }
  }

  @Test
  void aNamedSessionStaysLocalWhateverIsSent() {
    String rules = "privacy: {rules: {financial: local}}";
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway = RunningGateway.start(configuration(cloud, rules), data)) {
      gateway.chat(chat("My card is " + CARD), "x-gatehouse-session", "s-1");

      var same = gateway.chat(chat("Hello!"), "x-gatehouse-session", "s-1");
      var another = gateway.chat(chat("Hello!"), "x-gatehouse-session", "s-2");

      assertThat(same.statusCode()).isEqualTo(503);
      assertThat(another.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everyFileAndFolderThatAGatewayMakesIsItsOwnersAlone() throws IOException {
    Permissions.assumeThereAreAt(data);
    try (ScriptedUpstream cloud = AnyUpstream.OPENAI.start();
        RunningGateway gateway =
            RunningGateway.start(configuration(cloud, "audit: {keep-sent: 7d}"), data)) {
      gateway.chat(chat("Write to " + MAIL));

      Map<String, String> permissions = permissionsBelow(data);

      assertThat(permissions.keySet())
          .contains("sent", "audit.log", "audit.head", "pseudonym.key")
          .contains("gatehouse.db", "gatehouse.db-wal", "gatehouse.db-shm", "gatehouse.db.lock");
      assertThat(permissions)
          .allSatisfy(
              (name, mode) -> assertThat(mode).as(name).isIn("dir rwx------", "file rw-------"));
    }
  }

  /** Of what the gateway made itself, by a file's name. */
  private static Map<String, String> permissionsBelow(Path folder) throws IOException {
    Map<String, String> found = new TreeMap<>();
    Set<Path> given = Set.of(folder, folder.resolve("gatehouse.yaml"));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(path -> !given.contains(path)).toList()) {
        String kind = Files.isDirectory(each) ? "dir " : "file ";
        found.put(each.getFileName().toString(), kind + Permissions.of(each));
      }
    }
    return found;
  }

  private static String configuration(ScriptedUpstream cloud, String more) {
    return AnyUpstream.OPENAI.configuration(cloud) + "\n" + more;
  }

  private static String whole(String model, String text) {
    return chat(text).replace("up/gpt-5.2", model).replace("\"stream\":true,", "");
  }

  private static String chat(String... turns) {
    StringBuilder messages = new StringBuilder();
    for (int i = 0; i < turns.length; i++) {
      String role = i % 2 == 0 ? "user" : "assistant";
      messages
          .append(i == 0 ? "" : ",")
          .append("{\"role\":\"%s\",\"content\":\"%s\"}".formatted(role, turns[i]));
    }
    return "{\"model\":\"up/gpt-5.2\",\"stream\":true,\"messages\":[" + messages + "]}";
  }
}
