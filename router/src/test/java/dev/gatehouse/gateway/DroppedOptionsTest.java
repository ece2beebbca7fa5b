package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.scripted.ScriptedUpstream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another vendor's wire has no place for is named, and not lost without a word. */
final class DroppedOptionsTest {
  @TempDir private Path data;

  @Test
  void optionsWithoutAPlaceAreNamedBesideTheHints() {
    try (ScriptedUpstream openAi = ScriptedUpstream.start(Answers::streamed);
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(openAi), data)) {
      var answer =
          gateway.postTo(
              "/v1/messages",
              """
              {"model":"gpt-4.1-mini","max_tokens":3000,"top_k":5,"metadata":{"user_id":"u"},
               "thinking":{"type":"enabled","budget_tokens":2000},
               "messages":[{"role":"user","content":"Hi"}]}
              """);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("x-gatehouse-dropped"))
          .contains("metadata, reasoning, top_k");
    }
  }

  @Test
  void relayedRequestLosesNothing() {
    try (ScriptedUpstream openAi = Answers.whole();
        RunningGateway gateway = RunningGateway.start(Answers.cloudOnly(openAi), data)) {
      var answer =
          gateway.chat(
              "{\"model\":\"gpt-4.1-mini\",\"top_k\":5,\"user\":\"u\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");

      assertThat(answer.headers().firstValue("x-gatehouse-dropped")).isEmpty();
      assertThat(openAi.exchanges().getFirst().bodyText()).contains("\"top_k\":5");
    }
  }

  @Test
  void aliasIsListedAndFound() {
    try (ScriptedUpstream openAi = Answers.whole();
        RunningGateway gateway =
            RunningGateway.start(
                Answers.cloudOnly(openAi) + "policy: {aliases: {gpt-4o: cloud/gpt-4.1-mini}}\n",
                data)) {
      assertThat(gateway.get("/v1/models").body()).contains("\"id\":\"gpt-4o\"");
      assertThat(gateway.get("/v1/models/gpt-4o").statusCode()).isEqualTo(200);
      assertThat(gateway.get("/v1/models/gpt-4.1-mini").body()).contains("\"id\":\"gpt-4.1-mini\"");
    }
  }
}
