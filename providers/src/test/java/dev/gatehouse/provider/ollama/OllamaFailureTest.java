package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.egress.NotClearedException;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.Event;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.Recordings;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaFailureTest {
  private static final String PIECE =
      "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"x\"},\"done\":false}\n";

  private static ProviderException failure(ScriptedUpstream.Script script) {
    try (FakeOllama ollama = new FakeOllama(script)) {
      OllamaProvider provider = ollama.provider();
      Model model = FakeOllama.model(provider, "able:8b");
      return catchThrowableOfType(
          ProviderException.class, () -> Asked.of("hi").askedOf(provider, model));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, REJECTED",
    "403, FAILED",
    "404, FAILED",
    "499, FAILED",
    "500, FAILED",
    "501, FAILED",
    "503, BUSY"
  })
  void errorAnswersBecomeKindsByTheirStatus(int status, Kind kind) {
    ProviderException failure =
        failure(exchange -> exchange.json(status, "{\"error\":\"model 'x' not found\"}"));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.answer().orElseThrow().status()).isEqualTo(status);
    assertThat(
            Asked.json(new String(failure.answer().orElseThrow().body(), StandardCharsets.UTF_8)))
        .isEqualTo(
            Asked.json(
                "{\"error\":{\"message\":\"model 'x' not found\",\"type\":\"invalid_request_error\","
                    + "\"param\":null,\"code\":null}}"));
  }

  @Test
  void headersOfAnErrorAnswerAreKept() {
    ProviderException failure =
        failure(
            exchange ->
                exchange.respond(503, Map.of("Retry-After", "7", "X-Other", "1"), new byte[0]));

    assertThat(failure.answer().orElseThrow().headers())
        .containsExactly(new Event.Header("Retry-After", "7"));
  }

  @Test
  void anAnswerWithoutItsEndIsBroken() {
    ProviderException failure =
        failure(
            exchange -> {
              exchange.begin(200, "application/x-ndjson");
              exchange.chunk(PIECE);
              exchange.end();
            });

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void anAnswerThatSaysItIsNotDoneIsBroken() {
    ProviderException failure = failure(exchange -> exchange.json(200, PIECE.strip()));

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void anErrorInMidStreamIsBrokenAndItsTextStaysOutOfTheMessage() {
    ProviderException failure =
        failure(
            exchange -> {
              exchange.begin(200, "application/x-ndjson");
              exchange.chunk(PIECE);
              exchange.chunk("{\"error\":\"unexpected EOF near confidential\"}\n");
              exchange.end();
            });

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure).hasMessageNotContaining("confidential");
  }

  @Test
  void aConnectionThatIsCutInAChunkIsBroken() {
    ProviderException failure =
        failure(
            exchange -> {
              exchange.begin(200, "application/x-ndjson");
              exchange.chunk(PIECE);
              exchange.raw("80\r\n{\"model\":");
              exchange.hangUp();
            });

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void chunksThatAreNoChunksAreBroken() {
    ProviderException failure =
        failure(
            exchange -> {
              exchange.begin(200, "application/x-ndjson");
              exchange.chunk(PIECE);
              exchange.raw("zz\r\n");
            });

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void aConnectionThatIsResetIsBroken() {
    ProviderException failure =
        failure(
            exchange -> {
              exchange.begin(200, "application/x-ndjson");
              exchange.chunk(PIECE);
              exchange.reset();
            });

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void aPageThatIsNotJsonIsBrokenAndIsNotQuoted() {
    ProviderException failure =
        failure(
            exchange ->
                exchange.respond(
                    200, Map.of(), "<html>secret</html>".getBytes(StandardCharsets.UTF_8)));

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    assertThat(stackTrace(failure)).doesNotContain("secret");
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void anEventOfTheWrongFormIsBrokenAndIsNotQuoted() {
    ProviderException failure =
        failure(
            exchange ->
                exchange.json(200, "{\"model\":\"m\",\"message\":\"confidential\",\"done\":true}"));

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    assertThat(stackTrace(failure)).doesNotContain("confidential");
  }

  @Test
  void aServerThatHangsUpWithoutAWordIsUnreachable() {
    ProviderException failure = failure(exchange -> exchange.hangUp());

    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void silenceIsATimeout() {
    try (FakeOllama ollama = new FakeOllama(exchange -> peerLeaves(exchange))) {
      OllamaProvider provider = ollama.provider(List.of(), Duration.ofMillis(300), 8);
      provider.discover();
      Model model = FakeOllama.model(provider, "tiny:latest");

      assertThatThrownBy(() -> Asked.of("hi").askedOf(provider, model))
          .isInstanceOfSatisfying(
              ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMEOUT));
    }
  }

  @Test
  void aRealRunnerThatDiesInMidStreamIsBroken() {
    JsonNode recorded = Recordings.ollama("runner_killed_mid_chat_stream");

    ProviderException failure = failure(exchange -> Recordings.replay(recorded, exchange));

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void whatTheClientThrowsComesOutUnchangedAndAbortsTheUpstream() {
    CountDownLatch peerGone = new CountDownLatch(1);
    IllegalStateException gone = new IllegalStateException("client gone");
    try (FakeOllama ollama = new FakeOllama(endless(peerGone))) {
      OllamaProvider provider = ollama.provider();
      Model model = FakeOllama.model(provider, "able:8b");
      EventSink sink =
          event -> {
            if (event instanceof Event.TextDelta) {
              throw gone;
            }
          };

      assertThatThrownBy(() -> chat(provider, model, sink)).isSameAs(gone);

      assertThat(opens(peerGone)).isTrue();
    }
  }

  @Test
  void anInterruptedThreadAbortsTheUpstream() throws InterruptedException {
    CountDownLatch peerGone = new CountDownLatch(1);
    CountDownLatch reading = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>(new Throwable("nothing thrown"));
    try (FakeOllama ollama = new FakeOllama(endless(peerGone))) {
      OllamaProvider provider = ollama.provider();
      Model model = FakeOllama.model(provider, "able:8b");
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      chat(provider, model, event -> reading.countDown());
                    } catch (RuntimeException e) {
                      thrown.set(e);
                    }
                  });

      assertThat(opens(reading)).isTrue();
      caller.interrupt();

      assertThat(opens(peerGone)).isTrue();
      caller.join();
      assertThat(thrown.get()).isInstanceOf(ProviderException.class);
    }
  }

  private static ScriptedUpstream.Script endless(CountDownLatch peerGone) {
    return exchange -> {
      exchange.begin(200, "application/x-ndjson");
      exchange.chunk(PIECE);
      if (peerLeaves(exchange)) {
        peerGone.countDown();
      }
    };
  }

  private static boolean peerLeaves(ScriptedUpstream.Exchange exchange) throws IOException {
    try {
      return exchange.awaitPeerGone(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean opens(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void chat(OllamaProvider provider, Model model, EventSink sink) {
    ScopedValue.where(Passage.CURRENT, Asked.passage(PrivacyTreatment.CLOUD_OK))
        .run(() -> provider.chat(Asked.of("hi").to(model), sink));
  }

  @Test
  void withoutAPassageNothingIsSent() {
    try (FakeOllama ollama = new FakeOllama(exchange -> {})) {
      OllamaProvider provider = ollama.provider();
      Model model = FakeOllama.model(provider, "able:8b");
      int before = ollama.server.connections();

      assertThatThrownBy(() -> provider.chat(Asked.of("hi").to(model), event -> {}))
          .isInstanceOf(NotClearedException.class);

      assertThat(ollama.server.connections()).isEqualTo(before);
      assertThat(ollama.chats()).isEmpty();
    }
  }

  @Test
  void noOriginIsSentAndTheHostIsTheServers() {
    try (FakeOllama ollama = new FakeOllama(exchange -> exchange.json(500, "{}"))) {
      OllamaProvider provider = ollama.provider();
      Model model = FakeOllama.model(provider, "able:8b");

      assertThatThrownBy(() -> Asked.of("hi").askedOf(provider, model))
          .isInstanceOf(ProviderException.class);

      assertThat(ollama.chats().getFirst().headers()).doesNotContainKey("origin");
      assertThat(ollama.chats().getFirst().header("host"))
          .isEqualTo("127.0.0.1:" + ollama.server.port());
    }
  }
}
