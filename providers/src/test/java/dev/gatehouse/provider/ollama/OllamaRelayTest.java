package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.Recordings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OllamaRelayTest {
  private static final String HELLO =
      "{\"model\":\"tiny\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]";
  private static final String WHOLE =
      "{\"model\":\"tiny\",\"message\":{\"role\":\"assistant\",\"content\":\"ok\"},\"done\":true,"
          + "\"done_reason\":\"stop\",\"prompt_eval_count\":%d,\"eval_count\":7}";

  private static String sent(NativeCall call, String model) {
    try (FakeOllama ollama = new FakeOllama(exchange -> exchange.json(200, WHOLE.formatted(20)))) {
      call.askedOf(ollama.provider(), model);
      return ollama.server.exchanges().getLast().bodyText();
    }
  }

  @Test
  void theCallersOwnJsonGoesOutWithOnlyWhatTheGatewayOwnsChanged() {
    String body =
        HELLO + ",\"stream\":false,\"options\":{\"mirostat\":2,\"temperature\":0.10},\"x\": 1}";

    assertThat(sent(NativeCall.chat(body), "tiny:latest"))
        .isEqualTo(
            HELLO
                + ",\"stream\":false,\"options\":{\"mirostat\":2,\"temperature\":0.10,"
                + "\"num_ctx\":8192,\"num_predict\":4096},\"x\": 1,\"truncate\":false}");
  }

  @Test
  void anUnlimitedAnswerIsLimitedAndAnotherNameIsTheServersOwn() {
    String body =
        "{\"model\":\"mine\",\"stream\":false,\"truncate\":true,"
            + "\"options\":{\"num_predict\":-1,\"num_ctx\":100},\"messages\":[{\"content\":\"\"}]}";

    JsonNode sent = Asked.json(sent(NativeCall.chat(body), "able:8b"));

    assertThat(sent.path("model").asText()).isEqualTo("able:8b");
    assertThat(sent.path("truncate").asBoolean()).isFalse();
    assertThat(sent.path("options"))
        .isEqualTo(Asked.json("{\"num_predict\":4096,\"num_ctx\":8192}"));
  }

  @Test
  void aLongerContextThatTheClientAsksForIsGivenAndAllNamesOfTheModelKeepIt() {
    String asks = HELLO + ",\"stream\":false,\"options\":{\"num_ctx\":20000}}";
    try (FakeOllama ollama = new FakeOllama(exchange -> exchange.json(200, WHOLE.formatted(20)))) {
      OllamaProvider provider = ollama.provider();

      NativeCall.chat(asks).askedOf(provider, "able:8b");
      NativeCall.chat(HELLO + ",\"stream\":false}").askedOf(provider, "able:8b");

      assertThat(ollama.chats())
          .extracting(each -> Asked.json(each.bodyText()).at("/options/num_ctx").asInt())
          .containsExactly(32_768, 32_768);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat_stream",
        "chat_unicode_stream",
        "chat_stream_logprobs",
        "chat_stream_format_schema",
        "chat_stream_stop_sequence",
        "chat_think_true_stream",
        "native_chat_stream",
        "chat_nostream",
        "chat_think_unset_means_true",
        "generate_stream",
        "generate_nostream",
        "generate_raw_stream",
        "generate_think_true_stream"
      })
  void whatARealServerAnsweredComesBackByteForByteWithItsUsage(String name) {
    JsonNode recorded = Recordings.ollama(name);
    String expected = text(recorded);
    JsonNode last = Asked.json(expected.strip().lines().toList().getLast());
    Wire wire =
        recorded.path("path").asText().equals("/api/chat")
            ? Wire.OLLAMA_CHAT
            : Wire.OLLAMA_GENERATE;
    String model = OllamaModel.withTag(recorded.at("/request_body/model").asText());
    try (FakeOllama ollama = FakeOllama.replaying(name)) {
      List<Event> events =
          new NativeCall(wire, recorded.path("request_body").toString())
              .askedOf(ollama.provider(), model);

      assertThat(NativeCall.bytes(events)).isEqualTo(expected);
      assertThat(events)
          .contains(
              new Event.UsageReported(
                  Usage.of(
                      last.path("prompt_eval_count").asLong(), last.path("eval_count").asLong())));
      assertThat(ollama.server.exchanges().getLast().path())
          .isEqualTo(recorded.path("path").asText());
    }
  }

  private static String text(JsonNode recorded) {
    if (!recorded.has("response_chunks")) {
      return recorded.path("response_body").toString();
    }
    StringBuilder text = new StringBuilder();
    recorded.path("response_chunks").forEach(chunk -> text.append(chunk.path("text").asText()));
    return text.toString();
  }

  private static ProviderException failure(String recording) {
    JsonNode recorded = Recordings.ollama(recording);
    try (FakeOllama ollama = FakeOllama.replaying(recording)) {
      OllamaProvider provider = ollama.provider();
      String request = recorded.path("request_body").toString();
      return catchThrowableOfType(
          ProviderException.class,
          () -> NativeCall.chat(request).askedOf(provider, "smollm2:135m"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runner_killed_mid_chat_stream",
        "chat_token_repeat_abort_nostream",
        "chat_debug_render_only"
      })
  void anAnswerWithoutItsEndIsBroken(String recording) {
    assertThat(failure(recording).kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void anErrorKeepsItsWordsInOllamasOwnForm() {
    assertThat(body(failure("chat_err_think_unsupported_400")))
        .isEqualTo("{\"error\":\"\\\"smollm2:135m\\\" does not support thinking\"}");
    assertThat(body(failure("chat_images_to_text_model_stream")))
        .as("packed twice by the server")
        .isEqualTo(
            "{\"error\":\"Multimodal data provided, but model does not support multimodal"
                + " requests.\"}");
  }

  @Test
  void aPromptThatIsTooLongIsToldWithBothNumbersInOllamasOwnForm() {
    ProviderException failure = failure("trunc_chat_one_long_truncate_false");

    assertThat(failure.kind()).isEqualTo(Kind.TOO_LONG);
    assertThat(Asked.json(body(failure)).path("error").asText()).contains("512").contains("1513");
  }

  private static String body(ProviderException failure) {
    return new String(failure.answer().orElseThrow().body(), StandardCharsets.UTF_8);
  }

  @Test
  void aWholeAnswerToAPromptThatWasHalvedIsBrokenBeforeAByteIsReleased() {
    String asks =
        "{\"model\":\"tiny\",\"stream\":false,\"messages\":[{\"content\":\""
            + "x".repeat(30_000)
            + "\"}]}";
    try (FakeOllama ollama =
        new FakeOllama(exchange -> exchange.json(200, WHOLE.formatted(4098)))) {
      OllamaProvider provider = ollama.provider();

      ProviderException failure =
          catchThrowableOfType(
              ProviderException.class,
              () -> NativeCall.chat(asks).askedOf(provider, "tiny:latest"));

      assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    }
  }

  @Test
  void toolCallsEndWithToolCallsThoughTheServerSaysStop() {
    String answer =
        WHOLE
            .formatted(5)
            .replace(
                "\"content\":\"ok\"",
                "\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":{}}}]");
    try (FakeOllama ollama = new FakeOllama(exchange -> exchange.json(200, answer))) {
      List<Event> events =
          NativeCall.chat(HELLO + ",\"stream\":false}").askedOf(ollama.provider(), "able:8b");

      assertThat(events.getLast())
          .isInstanceOfSatisfying(
              Event.VerbatimEnd.class,
              end -> assertThat(end.finishReason()).isEqualTo(FinishReason.TOOL_CALLS));
    }
  }
}
