package dev.gatehouse.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What legacy completions and embeddings answer, judged by OpenAI's own description. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompletionsAndEmbeddingsAnswersTest {
  private static final String COMPLETIONS = "/v1/completions";
  private static final String EMBEDDINGS = "/v1/embeddings";

  @TempDir private static Path data;

  private JudgedGateway gateway;

  @BeforeAll
  void start() {
    gateway = new JudgedGateway(SpecValidator.openAi(), data);
  }

  @AfterAll
  void stop() {
    if (gateway != null) { // without the descriptions nothing was started
      gateway.close();
    }
  }

  @ParameterizedTest
  @EnumSource(UpstreamKind.class)
  void completionIsAsDescribed(UpstreamKind kind) {
    var answer = gateway.post(COMPLETIONS, prompt(kind, "Hello", ""));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(gateway.problems(COMPLETIONS, answer)).as(answer.body()).isEmpty();
    assertThat(JudgedGateway.json(answer).at("/choices/0/text").asText())
        .isEqualTo(ScriptedModel.GREETING);
    assertThat(JudgedGateway.json(answer).at("/usage/prompt_tokens").asInt())
        .isEqualTo(ScriptedModel.INPUT_TOKENS);
  }

  /** The description has no schema of its own for pieces: one is a completion that goes on. */
  @ParameterizedTest
  @EnumSource(UpstreamKind.class)
  void streamedCompletionSaysTheSame(UpstreamKind kind) {
    var answer = gateway.post(COMPLETIONS, prompt(kind, "Hello", ",\"stream\":true"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).endsWith("data: [DONE]\n\n");
    var events = JudgedGateway.events(answer);
    assertThat(
            events.stream()
                .map(event -> event.at("/choices/0/text").asText(""))
                .collect(Collectors.joining()))
        .isEqualTo(ScriptedModel.GREETING);
    assertThat(events)
        .extracting(event -> event.path("id"))
        .containsOnly(events.getFirst().path("id"));
    assertThat(events).allMatch(event -> event.path("object").asText().equals("text_completion"));
    assertThat(events.getLast().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai/text-embedding-3-small", "ollama/embed:latest"})
  void vectorsAreAsDescribedInBothEncodings(String model) {
    var floats = gateway.post(EMBEDDINGS, embed(model, "[\"a\",\"b\"]", ""));
    var base64 =
        gateway.post(EMBEDDINGS, embed(model, "[\"a\",\"b\"]", ",\"encoding_format\":\"base64\""));

    assertThat(floats.statusCode()).as(floats.body()).isEqualTo(200);
    assertThat(gateway.problems(EMBEDDINGS, floats)).as(floats.body()).isEmpty();
    JsonNode second = JudgedGateway.json(floats).at("/data/1");
    assertThat(second.path("index").asInt()).isEqualTo(1);
    assertThat(second.at("/embedding/0").asDouble()).isEqualTo(0.25);
    assertThat(firstOfBase64(JudgedGateway.json(base64).at("/data/1/embedding").asText()))
        .isEqualTo(0.25f);
  }

  private static float firstOfBase64(String text) {
    return ByteBuffer.wrap(Base64.getDecoder().decode(text))
        .order(ByteOrder.LITTLE_ENDIAN)
        .getFloat();
  }

  @ParameterizedTest
  @ValueSource(strings = {"anthropic/claude-haiku-3.7", "ollama/able:8b", "openai/gpt-4.1-mini"})
  void modelWithoutEmbeddingsIsRefusedAsDescribed(String model) {
    var answer = gateway.post(EMBEDDINGS, embed(model, "\"a\"", ""));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(gateway.problemsOfError(answer)).isEmpty();
  }

  private static String prompt(UpstreamKind kind, String text, String more) {
    return "{\"model\":\"" + kind.model() + "\",\"prompt\":\"" + text + "\"" + more + "}";
  }

  private static String embed(String model, String input, String more) {
    return "{\"model\":\"" + model + "\",\"input\":" + input + more + "}";
  }
}
