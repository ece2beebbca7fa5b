package dev.gatehouse.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.inference.Event;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UpstreamTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] QUESTION = "{}".getBytes(StandardCharsets.UTF_8);

  private final ScriptedUpstream scripted =
      ScriptedUpstream.start(exchange -> exchange.json(200, "{}"));
  private final Destination local = Caller.local(scripted.url(""));
  private final Destination cloud = Caller.cloud(scripted.url(""));

  @AfterEach
  void close() {
    scripted.close();
  }

  @Test
  void theHeadOfAnAnswerMayTakeLongerThanTheSilenceBetweenItsParts() {
    try (ScriptedUpstream slow = ScriptedUpstream.start(UpstreamTest::answersAfterASecond);
        Caller caller = new Caller();
        UpstreamResponse response = caller.patient(Caller.local(slow.url("")), QUESTION)) {

      assertThat(response.status()).isEqualTo(200);
      assertThatThrownBy(() -> response.body().readAllBytes())
          .isInstanceOf(IOException.class)
          .hasRootCauseInstanceOf(SocketTimeoutException.class);
    }
  }

  private static void answersAfterASecond(ScriptedUpstream.Exchange exchange) throws IOException {
    if (!leaves(exchange, 1)) {
      exchange.begin(200, "application/json");
      exchange.chunk("{");
      leaves(exchange, 20);
      exchange.hangUp(); // which is no silence: the reader must have left before
    }
  }

  private static boolean leaves(ScriptedUpstream.Exchange exchange, int seconds)
      throws IOException {
    try {
      return exchange.awaitPeerGone(seconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void contentWithoutPassageGoesNowhere() {
    try (Caller caller = new Caller()) {

      assertThatThrownBy(() -> caller.upstream(local).post("/chat", QUESTION))
          .isInstanceOf(NotClearedException.class)
          .hasMessageContaining("no passage");
      assertThat(scripted.connections()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(value = PrivacyClass.class, mode = EnumSource.Mode.EXCLUDE, names = "PUBLIC")
  void contentToRedactOrToKeepNeverReachesTheCloud(PrivacyClass found) {
    try (Caller caller = new Caller()) {

      assertThatThrownBy(() -> caller.post(cloud, "{}", found))
          .isInstanceOf(NotClearedException.class)
          .hasMessageContaining("forbids cloud");
      assertThat(scripted.connections()).isZero();
    }
  }

  @Test
  void redactedContentReachesTheCloudAndAValueThatIsStillInItDoesNot() {
    try (Caller caller = new Caller()) {
      assertThat(caller.redacted(cloud, "{\"a\":\"to x7k2m9@mail.example\"}").status())
          .isEqualTo(200);
      assertThatThrownBy(() -> caller.redacted(cloud, "{\"a\":\"to Ann@FIRM.test\"}"))
          .isInstanceOf(NotClearedException.class)
          .hasMessageContaining("still in")
          .hasMessageNotContaining("FIRM");
      assertThat(caller.redacted(local, "{\"a\":\"to ann@firm.test\"}").status()).isEqualTo(200);
      assertThat(scripted.exchanges()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(PrivacyClass.class)
  void contentOfAnyClassReachesALocalDestination(PrivacyClass found) {
    try (Caller caller = new Caller()) {

      caller.post(local, "{}", found).close();

      assertThat(scripted.exchanges()).hasSize(1);
    }
  }

  @Test
  void contentThatMayLeaveReachesTheCloudWithTheHeadersOfTheDestination() {
    try (Caller caller = new Caller()) {

      caller.post(cloud, "{\"text\":1}").close();

      ScriptedUpstream.Exchange exchange = scripted.exchanges().getFirst();
      assertThat(exchange.path()).isEqualTo("/chat");
      assertThat(exchange.bodyText()).isEqualTo("{\"text\":1}");
      assertThat(exchange.header("authorization")).isEqualTo("Bearer of-tests");
    }
  }

  @Test
  void headersOfACallGoAlongButReplaceNoneOfTheDestination() {
    try (Caller caller = new Caller()) {
      Passage passage =
          caller.gate().admit("request", Set.of(PrivacyClass.PUBLIC), PrivacyTreatment.CLOUD_OK);
      List<Event.Header> extra =
          List.of(
              new Event.Header("some-feature", "on"),
              new Event.Header("authorization", "Bearer of-somebody-else"));

      ScopedValue.where(Passage.CURRENT, passage)
          .run(() -> caller.upstream(cloud).post("/chat", QUESTION, PATIENCE, extra).close());

      ScriptedUpstream.Exchange exchange = scripted.exchanges().getFirst();
      assertThat(exchange.header("some-feature")).isEqualTo("on");
      assertThat(exchange.header("authorization")).isEqualTo("Bearer of-tests");
    }
  }

  @Test
  void airGappedGateRefusesEveryCallToTheCloud() {
    try (Caller caller = Caller.airGapped()) {
      Upstream upstream = caller.upstream(cloud);

      assertThatThrownBy(() -> upstream.probe("/models")).isInstanceOf(NotClearedException.class);
      assertThatThrownBy(() -> upstream.probe("/show", QUESTION))
          .isInstanceOf(NotClearedException.class);
      assertThatThrownBy(() -> caller.post(cloud, "{}")).isInstanceOf(NotClearedException.class);
      assertThat(scripted.connections()).isZero();
    }
  }

  @Test
  void airGappedGateStillLetsLocalDestinationsBeAsked() {
    try (Caller caller = Caller.airGapped()) {

      caller.upstream(local).probe("/models").close();
      caller.post(local, "{}").close();

      assertThat(scripted.exchanges()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://203.0.113.1:9",
        "http://" + NamesForTests.ELSEWHERE + ":9",
        "http://" + NamesForTests.ELSEWHERE_THEN_HERE + ":9",
        "http://[2001:db8::1]:9",
        "http://[::ffff:203.0.113.1]:9"
      })
  void localDestinationThatLeadsElsewhereIsRefusedBeforeAnyConnection(String url) {
    try (Caller caller = new Caller()) {
      Destination elsewhere = Caller.local(URI.create(url));

      assertThatThrownBy(() -> caller.post(elsewhere, "{}"))
          .isInstanceOf(NotClearedException.class)
          .hasMessageContaining("is not a local address");
      assertThatThrownBy(() -> caller.upstream(elsewhere).probe("/models"))
          .isInstanceOf(NotClearedException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", NamesForTests.HERE, "[::ffff:127.0.0.1]"})
  void localDestinationMayHaveAnyNameThatLeadsHere(String host) {
    try (Caller caller = new Caller()) {
      Destination here = Caller.local(URI.create("http://" + host + ":" + scripted.port()));

      assertThat(caller.ask(here)).isEqualTo("{}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@elsewhere.test/", ".elsewhere.test/", "models", ""})
  void pathThatCouldChangeTheHostIsRefused(String path) {
    try (Caller caller = new Caller()) {
      Upstream upstream = caller.upstream(cloud);

      assertThatThrownBy(() -> upstream.probe(path)).isInstanceOf(IllegalArgumentException.class);
      assertThat(scripted.connections()).isZero();
    }
  }
}
