package dev.gatehouse.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FaithfulLaneTest {
  private static final String ODD =
      "{ \"zebra\": {\"b\":1, \"a\":[1.50, 1e3]},\n  \"messages\" : [{\"content\":\"Hi \\u00e9\\ud83d\\ude00\",\"role\":\"user\",\"x\":null}],"
          + "\"big\":12345678901234567, \"model\" :\"%s\", \"temperature\":0.70 }";

  private static final String STREAM =
      "{\"model\":\"gpt-4.1-mini\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";

  @TempDir private Path data;

  @Test
  void requestReachesTheUpstreamUnchangedButForTheModel() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      String body = ODD.formatted("cloud/gpt-4.1-mini");

      gateway.chat(body);

      assertThat(cloud.exchanges().getLast().bodyText()).isEqualTo(ODD.formatted("gpt-4.1-mini"));
      assertThat(cloud.exchanges().getLast().header("authorization"))
          .isEqualTo("Bearer sk-test-cloud");
    }
  }

  @Test
  void onlyTheGatewaysOwnHeadersReachTheUpstream() {
    try (ScriptedUpstream cloud = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      gateway.chat(
          ODD.formatted("gpt-4.1-mini"),
          "x-gatehouse-quality",
          "best",
          "x-secret-of-mine",
          "abc",
          "cookie",
          "a=b");

      assertThat(cloud.exchanges().getLast().headers().keySet())
          .doesNotContain("x-gatehouse-quality", "x-secret-of-mine", "cookie", "origin", "referer");
    }
  }

  @Test
  void wholeAnswerComesBackUnchanged() {
    byte[] odd =
        "{ \"choices\":[ {\"x\":1.0,\"finish_reason\":\"stop\"} ],\"big\":12345678901234567,\"\u00e9\":null }\n"
            .getBytes(UTF_8);
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange ->
                    exchange.respond(
                        200,
                        Map.of(
                            "Content-Type",
                            "application/json; charset=utf-8",
                            "x-request-id",
                            "req_1"),
                        odd));
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer = gateway.chatBytes(ODD.formatted("gpt-4.1-mini"));

      assertThat(answer.body()).isEqualTo(odd);
      assertThat(answer.headers().firstValue("x-request-id")).contains("req_1");
      assertThat(answer.headers().firstValue("x-gatehouse-route")).contains("cloud/gpt-4.1-mini");
    }
  }

  @Test
  void streamSplitInsideACharacterComesBackUnchanged() {
    byte[] stream =
        (": comment\n\n"
                + Answers.chunk(
                    "{\"role\":\"assistant\",\"content\":\"h\u00e9\u2028\ud83d\ude00\"}",
                    "null",
                    "")
                + Answers.chunk("{\"content\":\"llo\", \"vendor\":17.0}", "null", "")
                    .replace("\n", "\r\n")
                + Answers.chunk("{}", "\"stop\"", "")
                + "data: [DONE]\n\n")
            .getBytes(UTF_8);
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange -> {
                  exchange.begin(200, "text/event-stream");
                  for (int at = 0; at < stream.length; at += 3) {
                    exchange.chunk(Arrays.copyOfRange(stream, at, Math.min(at + 3, stream.length)));
                  }
                  exchange.end();
                });
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer =
          gateway.chatBytes(
              "{\"model\":\"gpt-4.1-mini\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}");

      assertThat(answer.body()).isEqualTo(stream);
    }
  }

  @Test
  void usageThatOnlyTheGatewayAskedForIsTakenOutAgain() {
    ByteArrayOutputStream wanted = new ByteArrayOutputStream();
    wanted.writeBytes(Answers.chunk("{\"content\":\"a\"}", "null", "").getBytes(UTF_8));
    wanted.writeBytes(Answers.chunk("{}", "\"stop\"", "").getBytes(UTF_8));
    wanted.writeBytes("data: [DONE]\n\n".getBytes(UTF_8));
    try (ScriptedUpstream cloud = streamWithUsage();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer =
          gateway.chatBytes(
              "{\"model\":\"gpt-4.1-mini\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}");

      assertThat(new String(answer.body(), UTF_8)).isEqualTo(wanted.toString(UTF_8));
      assertThat(cloud.exchanges().getLast().bodyText())
          .contains("\"stream_options\":{\"include_usage\":true}");
      assertThat(gateway.charges().path(0).path("inputTokens").asInt()).isEqualTo(7);
      assertThat(gateway.charges().path(0).path("outputTokens").asInt()).isEqualTo(3);
    }
  }

  @Test
  void usageThatTheClientAskedForStays() {
    try (ScriptedUpstream cloud = streamWithUsage();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      String body =
          "{\"model\":\"gpt-4.1-mini\",\"stream\":true,\"stream_options\":{\"include_usage\":true},\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";

      var answer = gateway.chat(body);

      assertThat(answer.body()).contains(Answers.usageChunk(7, 3)).contains("\"usage\":null");
      assertThat(cloud.exchanges().getLast().bodyText()).isEqualTo(body);
    }
  }

  @Test
  void streamLeavesItsConnectionToTheNext() {
    try (ScriptedUpstream cloud = streamWithUsage();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      gateway.chat(STREAM);
      gateway.chat(STREAM);

      assertThat(cloud.exchanges()).hasSize(2);
      assertThat(cloud.connections()).isEqualTo(1);
    }
  }

  @Test
  void bodyThatGoesOnAfterItsLastEventHoldsNothingUp() throws Exception {
    try (ScriptedUpstream cloud =
            ScriptedUpstream.start(
                exchange -> {
                  exchange.begin(200, "text/event-stream");
                  exchange.chunk(Answers.chunk("{\"content\":\"a\"}", "\"stop\"", ""));
                  exchange.chunk("data: [DONE]\n\n");
                });
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(cloud), data)) {
      var answer = gateway.chat(STREAM);

      assertThat(answer.body()).endsWith("data: [DONE]\n\n");
      assertThat(cloud.exchanges().getFirst().awaitPeerGone(10)).isTrue();
    }
  }

  private static ScriptedUpstream streamWithUsage() {
    return ScriptedUpstream.start(
        exchange -> {
          exchange.begin(200, "text/event-stream");
          exchange.chunk(Answers.chunk("{\"content\":\"a\"}", "null", ",\"usage\":null"));
          exchange.chunk(Answers.chunk("{}", "\"stop\"", ",\"usage\":null"));
          exchange.chunk(Answers.usageChunk(7, 3));
          exchange.chunk("data: [DONE]\n\n");
          exchange.end();
        });
  }
}
