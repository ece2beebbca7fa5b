package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import dev.gatehouse.provider.embedded.EmbeddedEngine;
import dev.gatehouse.provider.embedded.EmbeddedModelForTests;
import dev.gatehouse.provider.embedded.EmbeddedSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The real embedded model behind a real gateway, asked by OpenAI's own client and by curl. */
@ExtendWith(EmbeddedModelForTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FirstFiveMinutesTest {
  @TempDir private static Path data;

  private RunningGateway gateway;
  private OpenAIClient client;

  @BeforeAll
  void start(EmbeddedEngine fetched) throws InterruptedException {
    assertThat(fetched.endpoint()).isPresent();
    EmbeddedSettings settings = EmbeddedModelForTests.settings();
    Path weights =
        settings.dataDirectory().resolve("models").resolve(settings.weights().fileName());
    gateway =
        RunningGateway.start(
            "providers: [{name: embedded, kind: embedded, weights: '%s'}]".formatted(weights),
            data);
    assertThat(gateway.awaitEmbedded(Duration.ofMinutes(5))).isTrue();
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(gateway.url("/v1").toString())
            .apiKey("not-needed")
            .maxRetries(0)
            .build();
  }

  @AfterAll
  void stop() {
    client.close();
    gateway.close();
  }

  private static ChatCompletionCreateParams.Builder question() {
    return ChatCompletionCreateParams.builder()
        .model("auto")
        .addUserMessage("What is the capital of France?")
        .temperature(0.0)
        .maxCompletionTokens(24);
  }

  @Test
  void openAisClientGetsAWholeAnswerAndTheLedgerTheModelsOwnCounts() {
    ChatCompletion answer = client.chat().completions().create(question().build());

    var usage = answer.usage().orElseThrow();
    JsonNode row = gateway.charges().path(0);
    assertThat(answer.choices().getFirst().message().content().orElse("")).isNotBlank();
    assertThat(row.path("inputTokens").asLong()).isEqualTo(usage.promptTokens()).isPositive();
    assertThat(row.path("outputTokens").asLong()).isEqualTo(usage.completionTokens()).isPositive();
    assertThat(row.path("usageSource").asText()).isEqualTo("upstream");
    assertThat(row.path("providerName").asText()).isEqualTo("embedded");
    assertThat(row.path("referenceCost").decimalValue()).isPositive();
  }

  @Test
  void openAisClientGetsAStreamedAnswerThatSaysTheSame() {
    String whole =
        client
            .chat()
            .completions()
            .create(question().build())
            .choices()
            .getFirst()
            .message()
            .content()
            .orElse("");
    List<ChatCompletionChunk> chunks = new ArrayList<>();

    try (StreamResponse<ChatCompletionChunk> stream =
        client
            .chat()
            .completions()
            .createStreaming(
                question()
                    .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
                    .build())) {
      stream.stream().forEach(chunks::add);
    }

    StringBuilder text = new StringBuilder();
    chunks.forEach(
        chunk ->
            chunk.choices().forEach(choice -> choice.delta().content().ifPresent(text::append)));
    assertThat(text.toString()).isEqualTo(whole);
    assertThat(chunks.getLast().usage()).isPresent();
    assertThat(chunks.stream().map(ChatCompletionChunk::id).distinct()).hasSize(1);
    assertThat(gateway.charges().path(0).path("outputTokens").asLong())
        .isEqualTo(chunks.getLast().usage().orElseThrow().completionTokens());
  }

  @Test
  void openAisClientListsTheModels() {
    var models = client.models().list().data();

    assertThat(models)
        .extracting(model -> model.id())
        .contains("auto", "local", "cloud")
        .anyMatch(id -> id.startsWith("embedded/smollm2-135m-instruct"));
  }

  @Test
  void curlGetsAnAnswerStreamedAndNot() throws IOException, InterruptedException {
    String body =
        "{\"model\":\"auto\",\"max_tokens\":8,\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"Say hello.\"}]}";

    String whole = curl(body.formatted("false"));
    String streamed = curl(body.formatted("true"));

    assertThat(
            RunningGateway.json(whole)
                .path("choices")
                .path(0)
                .path("message")
                .path("content")
                .isTextual())
        .isTrue();
    assertThat(streamed)
        .startsWith("data: {")
        .endsWith("data: [DONE]\n\n")
        .doesNotContain("\"usage\"");
  }

  private String curl(String body) throws IOException, InterruptedException {
    Process curl =
        new ProcessBuilder(
                "curl",
                "-sN",
                gateway.url("/v1/chat/completions").toString(),
                "-H",
                "Content-Type: application/json",
                "-d",
                body)
            .redirectErrorStream(true)
            .start();
    String out = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(curl.waitFor()).isZero();
    return out;
  }
}
