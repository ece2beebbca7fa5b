package dev.gatehouse.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.inference.Event;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EgressTest {
  private static final long PATIENCE_SECONDS = 10;

  private final List<ScriptedUpstream> scripted = new ArrayList<>();
  private final Caller caller = new Caller();

  @AfterEach
  void close() {
    caller.close();
    scripted.forEach(ScriptedUpstream::close);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectIsAnAnswerAndIsNotFollowed(int status) {
    ScriptedUpstream elsewhere = scripted(exchange -> exchange.json(200, "{}"));
    ScriptedUpstream here =
        scripted(
            exchange ->
                exchange.respond(
                    status, Map.of("Location", elsewhere.url("/").toString()), new byte[0]));

    try (UpstreamResponse response = caller.post(Caller.local(here.url("")), "{}")) {

      assertThat(response.status()).isEqualTo(status);
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void answersReadToTheirEndLeaveOneConnectionForTheNextCall() {
    ScriptedUpstream here = scripted(exchange -> exchange.json(200, "{\"n\":1}"));
    Destination destination = Caller.local(here.url(""));

    List<String> answers = List.of(caller.ask(destination), caller.ask(destination));

    assertThat(answers).containsExactly("{\"n\":1}", "{\"n\":1}");
    assertThat(here.connections()).isEqualTo(1);
  }

  @Test
  void streamsReadToTheirEndLeaveOneConnectionForTheNextCall() {
    ScriptedUpstream here =
        scripted(
            exchange -> {
              exchange.begin(200, "text/event-stream");
              exchange.chunk("data: 1\n\n");
              exchange.chunk("data: 2\n\n");
              exchange.end();
            });
    Destination destination = Caller.local(here.url(""));

    List<String> answers = List.of(caller.ask(destination), caller.ask(destination));

    assertThat(answers).containsOnly("data: 1\n\ndata: 2\n\n");
    assertThat(here.connections()).isEqualTo(1);
  }

  @Test
  void localAndCloudCallsToOneAddressShareNoConnection() {
    ScriptedUpstream here = scripted(exchange -> exchange.json(200, "{}"));

    caller.ask(Caller.cloud(here.url("")));
    caller.ask(Caller.local(here.url("")));
    caller.ask(Caller.cloud(here.url("")));
    caller.ask(Caller.local(here.url("")));

    assertThat(here.connections()).isEqualTo(2);
  }

  @Test
  void closingAnAnswerBeforeItsEndClosesTheConnection() throws IOException {
    CompletableFuture<Boolean> gone = new CompletableFuture<>();
    ScriptedUpstream here =
        scripted(
            exchange -> {
              exchange.begin(200, "text/event-stream");
              exchange.chunk("data: 1\n\n");
              gone.complete(isPeerGone(exchange));
            });

    try (UpstreamResponse response = caller.post(Caller.local(here.url("")), "{}")) {
      assertThat(response.body().read()).isEqualTo('d');
    }

    assertThat(gone.join()).isTrue();
  }

  @Test
  void answerWithoutLengthThatWasNotReadIsNotTakenForTheNextCallsAnswer() {
    ScriptedUpstream here =
        scripted(
            exchange ->
                exchange.raw(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
                        + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nstolen"));
    Destination destination = Caller.local(here.url(""));

    caller.post(destination, "{}").close();
    caller.post(destination, "{}").close();

    assertThat(here.connections()).isEqualTo(2);
  }

  @Test
  void answerWithTwoLengthsIsTheLastOfItsConnection() {
    ScriptedUpstream here =
        scripted(
            exchange ->
                exchange.raw(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n"
                        + "0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nstolen"));
    Destination destination = Caller.local(here.url(""));

    caller.post(destination, "{}").close();
    caller.post(destination, "{}").close();

    assertThat(here.connections()).isEqualTo(2);
  }

  @Test
  void answerWithoutLengthEndsWithItsConnection() {
    ScriptedUpstream here =
        scripted(
            exchange -> {
              exchange.raw("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nall of it");
              exchange.hangUp();
            });

    String answer = caller.ask(Caller.local(here.url("")));

    assertThat(answer).isEqualTo("all of it");
  }

  @Test
  void interruptionWhileWaitingForTheAnswerClosesTheConnection() {
    CompletableFuture<Boolean> gone = new CompletableFuture<>();
    CompletableFuture<Thread> waiting = new CompletableFuture<>();
    ScriptedUpstream here =
        scripted(
            exchange -> {
              waiting.join().interrupt();
              gone.complete(isPeerGone(exchange));
            });

    CompletableFuture<Throwable> failure =
        failureOf(waiting, () -> caller.ask(Caller.local(here.url(""))));

    assertThat(gone.join()).isTrue();
    assertThat(failure.join()).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void interruptionInMidAnswerClosesTheConnection() {
    CompletableFuture<Boolean> gone = new CompletableFuture<>();
    CompletableFuture<Thread> waiting = new CompletableFuture<>();
    CompletableFuture<String> begun = new CompletableFuture<>();
    ScriptedUpstream here =
        scripted(
            exchange -> {
              exchange.begin(200, "text/event-stream");
              exchange.chunk("data: 1\n\n");
              begun.join();
              waiting.join().interrupt();
              gone.complete(isPeerGone(exchange));
            });

    CompletableFuture<Throwable> failure =
        failureOf(waiting, () -> readTwice(Caller.local(here.url("")), begun));

    assertThat(gone.join()).isTrue();
    assertThat(failure.join()).hasCauseInstanceOf(IOException.class);
  }

  private void readTwice(Destination destination, CompletableFuture<String> begun) {
    try (UpstreamResponse response = caller.post(destination, "{}")) {
      InputStream body = response.body();
      begun.complete(new String(body.readNBytes(9), StandardCharsets.UTF_8));
      body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void connectionThatTheServerClosedBetweenCallsIsReplacedOrFailsAsUnreachable() {
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    ScriptedUpstream here =
        scripted(
            exchange -> {
              exchange.json(200, "{}");
              if (!closed.isDone()) {
                exchange.hangUp();
                closed.complete(true);
              }
            });
    Destination destination = Caller.local(here.url(""));
    caller.ask(destination);
    closed.join();

    String answer = answerOrFailure(destination);

    assertThat(answer).isIn("{}", UncheckedIOException.class.getName());
    assertThat(caller.ask(destination)).isEqualTo("{}");
  }

  private String answerOrFailure(Destination destination) {
    try {
      return caller.ask(destination);
    } catch (RuntimeException e) {
      return e.getClass().getName();
    }
  }

  @Test
  void connectionThatIsClosedOrResetInsteadOfAnAnswerIsNoAnswer() {
    ScriptedUpstream closing = scripted(ScriptedUpstream.Exchange::hangUp);
    ScriptedUpstream resetting = scripted(ScriptedUpstream.Exchange::reset);

    assertThatThrownBy(() -> caller.ask(Caller.local(closing.url(""))))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> caller.ask(Caller.local(resetting.url(""))))
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.9\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Len"
      })
  void somethingThatIsNotHttpIsNoAnswer(String answer) {
    ScriptedUpstream here =
        scripted(
            exchange -> {
              exchange.raw(answer);
              exchange.hangUp();
            });

    assertThatThrownBy(() -> caller.ask(Caller.local(here.url(""))))
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nab",
        "Content-Length: 5\r\n\r\nab"
      })
  void bodyThatBreaksItsFramingIsAnIoException(String answer) {
    ScriptedUpstream here =
        scripted(
            exchange -> {
              exchange.raw("HTTP/1.1 200 OK\r\n" + answer);
              exchange.hangUp();
            });

    try (UpstreamResponse response = caller.post(Caller.local(here.url("")), "{}")) {

      assertThatThrownBy(() -> response.body().readAllBytes()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void headersOfTheUpstreamArriveInAnyCase() {
    ScriptedUpstream here =
        scripted(
            exchange ->
                exchange.raw(
                    """
                    HTTP/1.1 429 Too Many\r
                    Retry-After: 7\r
                    X-Request-ID: r-1\r
                    Set-Cookie: a=1\r
                    Set-Cookie: b=2\r
                    Content-Length: 0\r
                    \r
                    """));

    try (UpstreamResponse response = caller.post(Caller.cloud(here.url("")), "{}")) {

      assertThat(response.status()).isEqualTo(429);
      assertThat(response.header("retry-after")).hasValue("7");
      assertThat(response.header("x-request-id")).hasValue("r-1");
      assertThat(response.header("x-none")).isEmpty();
      assertThat(response.headers())
          .extracting(Event.Header::value)
          .contains("7", "r-1", "a=1", "b=2");
    }
  }

  @Test
  void cookiesOfAnUpstreamAreNotSentBack() {
    ScriptedUpstream here =
        scripted(
            exchange -> exchange.respond(200, Map.of("Set-Cookie", "a=1; Path=/"), new byte[0]));
    Destination destination = Caller.cloud(here.url(""));

    caller.ask(destination);
    caller.ask(destination);

    assertThat(here.exchanges()).extracting(exchange -> exchange.header("cookie")).containsOnly("");
  }

  @Test
  void httpProxyOfTheJvmIsNotUsed() {
    ScriptedUpstream proxy = scripted(exchange -> exchange.json(200, "{}"));
    ScriptedUpstream here = scripted(exchange -> exchange.json(200, "{}"));

    try (SystemProperties _ =
            SystemProperties.set(
                Map.of(
                    "http.proxyHost", "127.0.0.1",
                    "http.proxyPort", Integer.toString(proxy.port()),
                    "http.nonProxyHosts", ""));
        Caller behindProxy = new Caller()) {
      behindProxy.ask(Caller.local(here.url("")));
      behindProxy.ask(Caller.cloud(here.url("")));
    }

    assertThat(proxy.connections()).isZero();
    assertThat(here.connections()).isEqualTo(2);
  }

  @Test
  void nothingIsSentThroughASocksProxyOfTheJvm() {
    ScriptedUpstream proxy = scripted(exchange -> exchange.json(200, "{}"));
    ScriptedUpstream here = scripted(exchange -> exchange.json(200, "{}"));

    try (SystemProperties _ =
            SystemProperties.set(
                Map.of(
                    "socksProxyHost", "127.0.0.1",
                    "socksProxyPort", Integer.toString(proxy.port()),
                    "socksNonProxyHosts", ""));
        Caller behindProxy = new Caller()) {
      assertThatThrownBy(() -> behindProxy.ask(Caller.local(here.url(""))))
          .isInstanceOf(NotClearedException.class)
          .hasMessageContaining("proxy");
      assertThatThrownBy(() -> behindProxy.ask(Caller.cloud(here.url(""))))
          .isInstanceOf(NotClearedException.class);
    }

    assertThat(proxy.connections()).isZero();
  }

  private ScriptedUpstream scripted(ScriptedUpstream.Script script) {
    ScriptedUpstream started = ScriptedUpstream.start(script);
    scripted.add(started);
    return started;
  }

  private static boolean isPeerGone(ScriptedUpstream.Exchange exchange) throws IOException {
    try {
      return exchange.awaitPeerGone(PATIENCE_SECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** What a virtual thread that does {@code work} fails with; {@code thread} gets the thread. */
  private static CompletableFuture<Throwable> failureOf(
      CompletableFuture<Thread> thread, Runnable work) {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    thread.complete(
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    work.run();
                    failure.complete(new AssertionError("it did not fail"));
                  } catch (RuntimeException e) {
                    failure.complete(e);
                  }
                }));
    return failure;
  }
}
