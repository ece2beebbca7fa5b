package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anthropic's streams count as they begin, and again as they end. */
final class AnthropicMoneyTest {
  private static final String ASKED =
      "{\"model\":\"claude/claude-sonnet-4.5\",\"max_tokens\":9000,\"stream\":true,"
          + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
  private static final String START =
      event(
          "message_start",
          "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\","
              + "\"model\":\"claude-sonnet-4-5\",\"content\":[],\"stop_reason\":null,"
              + "\"usage\":{\"input_tokens\":2000,\"output_tokens\":1}}");
  private static final String TEXT =
      event(
              "content_block_start",
              "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
          + event(
              "content_block_delta",
              "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"%s\"}"
                  .formatted("four".repeat(1000)));

  @TempDir private Path data;

  @Test
  void answerThatIsCutCostsWhatCameAndNotWhatItsFirstEventCounted() {
    try (ScriptedUpstream cut = ScriptedUpstream.start(exchange -> stream(exchange, START + TEXT));
        RunningGateway gateway = RunningGateway.start(claude(cut), data)) {
      gateway.postTo("/v1/messages", ASKED);

      JsonNode row = gateway.awaitSettled();
      assertThat(row.path("outcome").asText()).isEqualTo("failed");
      assertThat(row.path("inputTokens").asInt()).isEqualTo(2000);
      assertThat(row.path("outputTokens").asInt()).isEqualTo(1000);
    }
  }

  @Test
  void cutAnswerOfAnotherProtocolsClientCostsTheInputThatWasCounted() {
    try (ScriptedUpstream cut = ScriptedUpstream.start(exchange -> stream(exchange, START + TEXT));
        RunningGateway gateway = RunningGateway.start(claude(cut), data)) {
      gateway.postTo("/v1/chat/completions", ASKED);

      JsonNode row = gateway.awaitSettled();
      assertThat(row.path("outcome").asText()).isEqualTo("failed");
      assertThat(row.path("inputTokens").asInt()).isEqualTo(2000);
      assertThat(row.path("outputTokens").asInt()).isEqualTo(1000);
    }
  }

  @Test
  void upstreamThatFailsAfterItsFirstEventIsReplaced() {
    String overloaded =
        event("error", "\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}");
    try (ScriptedUpstream failing =
            ScriptedUpstream.start(exchange -> stream(exchange, START + overloaded));
        ScriptedUpstream other = ScriptedUpstream.start(Answers::streamed);
        RunningGateway gateway = RunningGateway.start(claude(failing) + home(other), data)) {
      var answer =
          gateway.postTo("/v1/messages", ASKED.replace("claude/claude-sonnet-4.5", "auto:best"));

      assertThat(answer.headers().firstValue("x-gatehouse-route")).contains("home/qwen3-8b");
      assertThat(answer.body()).contains("event: message_stop").doesNotContain("Overloaded");
    }
  }

  private static String event(String type, String members) {
    return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + members + "}\n\n";
  }

  private static void stream(ScriptedUpstream.Exchange exchange, String text) throws IOException {
    exchange.begin(200, "text/event-stream");
    exchange.chunk(text);
    exchange.end();
  }

  private static String claude(ScriptedUpstream upstream) {
    return """
        providers:
          - {name: claude, kind: anthropic, base-url: %s, api-key: sk-test, models: [{id: claude-sonnet-4.5}]}
        """
        .formatted(upstream.url(""));
  }

  private static String home(ScriptedUpstream upstream) {
    return "  - {name: home, kind: openai-compatible, locality: local, base-url: %s, models: [{id: qwen3-8b, quality: 0.5}]}\n"
        .formatted(upstream.url("/v1"));
  }
}
