package dev.gatehouse.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeartbeatTest {
  private static final String STREAMED =
      "{\"model\":\"auto\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

  @TempDir private Path data;

  @Test
  void clientOfASlowStreamGetsCommentsUntilTheAnswerBegins() throws IOException {
    CountDownLatch beaten = new CountDownLatch(1);
    try (ScriptedUpstream slow =
            ScriptedUpstream.start(
                exchange -> {
                  await(beaten);
                  exchange.begin(200, "text/event-stream");
                  exchange.chunk(
                      Answers.chunk("{\"content\":\"Hi\"}", "\"stop\"", "").getBytes(UTF_8));
                  exchange.chunk("data: [DONE]\n\n".getBytes(UTF_8));
                  exchange.end();
                });
        RunningGateway gateway = RunningGateway.start(fastBeats(slow), data);
        BufferedReader answer = streamed(gateway)) {
      assertThat(answer.readLine()).isEqualTo(": waiting");

      beaten.countDown();

      assertThat(answer.lines().toList())
          .contains("data: [DONE]")
          .anyMatch(line -> line.contains("Hi"));
    }
  }

  @Test
  void upstreamThatFailsAfterAHeartbeatEndsTheStreamWithAnErrorEvent() throws IOException {
    CountDownLatch beaten = new CountDownLatch(1);
    try (ScriptedUpstream slow =
            ScriptedUpstream.start(
                exchange -> {
                  await(beaten);
                  exchange.json(500, "{\"error\":{\"message\":\"x\"}}");
                });
        RunningGateway gateway = RunningGateway.start(fastBeats(slow), data);
        BufferedReader answer = streamed(gateway)) {
      assertThat(answer.readLine()).isEqualTo(": waiting");

      beaten.countDown();

      assertThat(answer.lines().toList())
          .anyMatch(line -> line.contains("upstream_failed"))
          .noneMatch(line -> line.contains("[DONE]"));
    }
  }

  private static String fastBeats(ScriptedUpstream upstream) {
    return "server: {heartbeat-interval: 20ms}\n" + Answers.cloudOnly(upstream);
  }

  private static BufferedReader streamed(RunningGateway gateway) {
    var answer = gateway.send(gateway.post(STREAMED), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
