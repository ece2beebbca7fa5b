package dev.gatehouse.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Locality;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.inference.Event;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.langchain.Asked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedModelForTests.class)
final class EmbeddedEngineTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String QUESTION =
      """
      {"messages":[{"role":"user","content":"What is the capital of France?"}],
       "temperature":0,"seed":7,"max_tokens":24%s}
      """;

  private final EmbeddedEngine engine;
  private Conversation conversation;

  EmbeddedEngineTest(EmbeddedEngine engine) {
    this.engine = engine;
    this.conversation = new Conversation(engine);
  }

  @BeforeEach
  void engineIsReady() throws InterruptedException {
    assertThat(engine.awaitReady(LONG)).isTrue();
    conversation = new Conversation(engine);
  }

  @AfterEach
  void closeConnections() {
    conversation.close();
  }

  @Test
  void answersInOpenAiShapeWithExactCounts() throws IOException {
    Conversation.Answer answer = conversation.ask(QUESTION.formatted(""));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("Paris");
    assertThat(answer.json().path("object").asText()).isEqualTo("chat.completion");
    assertThat(answer.json().path("id").asText()).startsWith("chatcmpl-");
    assertThat(answer.json().path("model").asText()).isEqualTo("smollm2-135m-instruct");
    // <|im_start|>user\nWhat is the capital of France?<|im_end|>\n<|im_start|>assistant\n
    assertThat(answer.json().at("/usage/prompt_tokens").asInt()).isEqualTo(16);
    assertThat(answer.json().at("/usage/total_tokens").asInt())
        .isEqualTo(16 + answer.json().at("/usage/completion_tokens").asInt());
  }

  @Test
  void streamedAndWholeAnswersAgreeInTextCountsAndReason() throws IOException {
    Conversation.Answer whole = conversation.ask(QUESTION.formatted(""));

    List<String> events =
        conversation.stream(
            QUESTION.formatted(",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));

    assertThat(events.getLast()).isEqualTo("[DONE]");
    List<JsonNode> chunks = chunks(events);
    assertThat(chunks.getFirst().at("/choices/0/delta/role").asText()).isEqualTo("assistant");
    assertThat(text(chunks)).isEqualTo(whole.text());
    assertThat(chunks.stream().map(chunk -> chunk.path("id").asText()).distinct()).hasSize(1);
    assertThat(chunks.getLast().path("choices")).isEmpty();
    assertThat(chunks.getLast().path("usage")).isEqualTo(whole.json().path("usage"));
    assertThat(chunks.get(chunks.size() - 2).at("/choices/0/finish_reason").asText())
        .isEqualTo(whole.finishReason());
  }

  @Test
  void aRequestOfAnotherDialectIsAnsweredAsWell() {
    List<Event> events = conversation.translated(Asked.of("What is the capital of France?"));

    assertThat(Asked.text(events)).isNotBlank();
    assertThat(events)
        .filteredOn(Event.UsageReported.class::isInstance)
        .first()
        .satisfies(
            event -> assertThat(((Event.UsageReported) event).usage().inputTokens()).isEqualTo(16));
    assertThat(events).last().isInstanceOf(Event.Ended.class);
  }

  @Test
  void streamHasNoUsageUnlessAskedFor() throws IOException {
    List<String> events = conversation.stream(QUESTION.formatted(",\"stream\":true"));

    assertThat(events).noneMatch(event -> event.contains("\"usage\""));
    assertThat(chunks(events)).allMatch(chunk -> chunk.path("choices").size() == 1);
  }

  @Test
  void limitEndsTheAnswerWithLengthAndIsCounted() throws IOException {
    Conversation.Answer answer =
        conversation.ask(
            """
            {"messages":[{"role":"user","content":"Tell me a long story."}],
             "max_completion_tokens":9,"temperature":0}
            """);

    assertThat(answer.finishReason()).isEqualTo("length");
    assertThat(answer.json().at("/usage/completion_tokens").asInt()).isEqualTo(9);
  }

  @Test
  void stopTextEndsTheAnswerAndIsNotPartOfIt() throws IOException {
    Conversation.Answer answer = conversation.ask(QUESTION.formatted(",\"stop\":[\"Paris\"]"));

    assertThat(answer.finishReason()).isEqualTo("stop");
    assertThat(answer.text()).isNotEmpty().doesNotContain("Par");
  }

  @Test
  void charactersBeyondOneTokenArriveWhole() throws IOException {
    List<String> events =
        conversation.stream(
            """
            {"messages":[{"role":"system","content":"Repeat exactly what the user says."},
             {"role":"user","content":"😀😎🎉 日本語 😀😎🎉"},
             {"role":"assistant","content":"😀😎🎉 日本語 😀😎🎉"},
             {"role":"user","content":"😀😎🎉 日本語 😀😎🎉"}],
             "stream":true,"temperature":0,"max_tokens":40}
            """);

    String text = text(chunks(events));
    assertThat(text).contains("😀").doesNotContain("\ufffd");
    assertThat(text.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2).isZero();
  }

  @Test
  void contentPartsAndDeveloperAndToolTurnsAreRead() throws IOException {
    Conversation.Answer answer =
        conversation.ask(
            """
            {"messages":[{"role":"developer","content":"Be short."},
             {"role":"user","content":[{"type":"text","text":"Hel"},{"type":"text","text":"lo"}]},
             {"role":"assistant","content":null},{"role":"tool","content":"42","tool_call_id":"x"}],
             "max_tokens":2,"an_unknown_field":{"a":1}}
            """);

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void tooLongPromptIsAContextError() throws IOException {
    String text = "word ".repeat(EmbeddedEngine.MOST_CONTEXT_TOKENS);

    Conversation.Answer answer =
        conversation.ask("{\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("context_length_exceeded");
  }

  @Test
  void badRequestsNameTheField() throws IOException {
    Conversation.Answer tools =
        conversation.ask(
            "{\"messages\":[{\"role\":\"user\"}],\"tools\":[{\"type\":\"function\"}]}");
    Conversation.Answer text = conversation.ask("{\"messages\":[\"hi\"]}");
    Conversation.Answer broken = conversation.ask("{\"messages\":");

    assertThat(tools.status()).isEqualTo(400);
    assertThat(tools.json().at("/error/param").asText()).isEqualTo("tools");
    assertThat(text.json().at("/error/param").asText()).isEqualTo("messages[0]");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.json().at("/error/type").asText()).isEqualTo("invalid_request_error");
  }

  @Test
  void listsItsModelAndNothingElse() throws IOException {
    try (UpstreamResponse models = conversation.get("/v1/models");
        UpstreamResponse model = conversation.get("/v1/models/smollm2-135m-instruct");
        UpstreamResponse nothing = conversation.get("/metrics")) {

      assertThat(
              Conversation.tree(new String(models.body().readAllBytes(), StandardCharsets.UTF_8))
                  .at("/data/0/id")
                  .asText())
          .isEqualTo("smollm2-135m-instruct");
      assertThat(model.status()).isEqualTo(200);
      assertThat(nothing.status()).isEqualTo(404);
    }
  }

  @Test
  void describesItsModelFromTheFile() {
    Model model = engine.models().getFirst();

    assertThat(model.reference()).isEqualTo("embedded/smollm2-135m-instruct");
    assertThat(model.locality()).isEqualTo(Locality.LOCAL);
    assertThat(model.contextTokens()).hasValue(8192);
    assertThat(model.capabilities()).isEmpty();
    assertThat(model.details().sizeBytes()).hasValue(98_362_432L);
    assertThat(model.details().parameters()).hasValue(134_515_008L);
    assertThat(model.details().quantization()).hasValue("Q4_1");
    assertThat(model.details().loaded()).isTrue();
  }

  @Test
  @Timeout(60)
  void leavingClientEndsTheGeneration() throws IOException {
    try (UpstreamResponse response =
        conversation.post(
            """
            {"messages":[{"role":"user","content":"Tell me a very long story."}],
             "stream":true,"max_tokens":4000}
            """)) {
      assertThat(response.body().read()).isPositive();
    }

    // there is one slot: had the generation gone on, this would wait for minutes
    Conversation.Answer next = conversation.ask(QUESTION.formatted(""));

    assertThat(next.status()).isEqualTo(200);
  }

  @Test
  @Timeout(60)
  void clientLeavingBeforeAnyAnswerEndsTheReadingOfItsPrompt() throws IOException {
    String text = "word ".repeat(7000);
    String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";
    String head =
        "POST /v1/chat/completions HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n\r\n";

    try (Socket client =
        new Socket(InetAddress.getLoopbackAddress(), engine.requireEndpoint().getPort())) {
      client.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(conversation.ask(QUESTION.formatted("")).status()).isEqualTo(200);
  }

  @Test
  void killedChildIsStartedAgainAndAnswers() throws Exception {
    ProcessHandle first = engine.child().orElseThrow();

    first.destroyForcibly();

    assertThat(engine.await(now -> now instanceof EngineState.Restarting, LONG)).isTrue();
    assertThatThrownBy(engine::requireEndpoint)
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("its process ended with");
    assertThat(engine.awaitReady(LONG)).isTrue();
    assertThat(engine.child().orElseThrow().pid()).isNotEqualTo(first.pid());
    assertThat(conversation.ask(QUESTION.formatted("")).status()).isEqualTo(200);
  }

  @Test
  void closedEngineLeavesNoProcess(@TempDir Path data) throws Exception {
    Path weights = TestData.directory().resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
    ProcessHandle child;

    try (Egress egress = new Egress();
        EmbeddedEngine own = engine(data, weights, egress)) {
      own.start();
      assertThat(own.awaitReady(LONG)).isTrue();
      assertThat(own.models().getFirst().id()).isEqualTo("smollm2-135m-instruct.q4_1");
      child = own.child().orElseThrow();
    }

    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void engineWithoutWeightsFailsWithTheReason(@TempDir Path data) throws Exception {
    try (Egress egress = new Egress();
        EmbeddedEngine own = engine(data, data.resolve("none.gguf"), egress)) {
      own.start();

      assertThat(own.awaitReady(LONG)).isFalse();

      assertThat(own.state()).isInstanceOf(EngineState.Failed.class);
      assertThat(own.describe()).contains("no such file").contains("To do:");
      assertThat(own.models()).isEmpty();
      assertThatThrownBy(own::requireEndpoint)
          .isInstanceOfSatisfying(
              ProviderException.class,
              e -> assertThat(e.kind()).isEqualTo(ProviderException.Kind.FAILED));
    }
  }

  @Test
  void engineThatCannotLoadIsGivenUp(@TempDir Path data) throws Exception {
    Path cut = data.resolve("cut.gguf");
    byte[] whole =
        Files.readAllBytes(TestData.directory().resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf"));
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));

    try (Egress egress = new Egress();
        EmbeddedEngine own = engine(data, cut, egress)) {
      own.start();

      assertThat(own.awaitReady(LONG)).isFalse();
      assertThat(own.describe()).contains("does not start");
    }
  }

  private static EmbeddedEngine engine(Path data, Path weights, Egress egress) {
    EmbeddedSettings settings =
        new EmbeddedSettings(
            "embedded", data, new WeightsSource.OwnFile(weights), Optional.empty());
    return new EmbeddedEngine(settings, new PrivacyGate(Map.of(), true), egress, _ -> {});
  }

  private static List<JsonNode> chunks(List<String> events) throws IOException {
    List<JsonNode> chunks = new ArrayList<>();
    for (String event : events.subList(0, events.size() - 1)) {
      chunks.add(Conversation.tree(event));
    }
    return chunks;
  }

  private static String text(List<JsonNode> chunks) {
    return chunks.stream()
        .map(chunk -> chunk.at("/choices/0/delta/content").asText(""))
        .collect(Collectors.joining());
  }
}
