package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.egress.NotClearedException;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.Recordings;
import dev.gatehouse.provider.ollama.OllamaAdministration.Operation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaAdministrationTest {

  /** Writes down what it is given. */
  private static final class Notes implements OllamaAdministration.Reply {
    private final StringBuilder all = new StringBuilder();

    @Override
    public void begin(int status, String contentType) {
      all.append(status).append(' ').append(contentType).append('\n');
    }

    @Override
    public void write(byte[] bytes) {
      all.append(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static String ask(
      FakeOllama ollama, Operation operation, String json, PrivacyTreatment treatment) {
    OllamaProvider provider = ollama.provider();
    Notes notes = new Notes();
    ScopedValue.where(Passage.CURRENT, Asked.passage(treatment))
        .run(
            () ->
                provider
                    .administration()
                    .ask(operation, json.getBytes(StandardCharsets.UTF_8), notes));
    return notes.all.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "create_from_local_ok_stream, CREATE",
    "pull_refused_registry_stream, PULL",
    "pull_unknown_offline_nostream, PULL",
    "push_offline, PUSH",
    "copy_unknown_404, COPY",
    "delete_unknown_404, DELETE"
  })
  void whatARealServerSaysIsHandedOnWithItsStatus(String name, Operation operation) {
    JsonNode recorded = Recordings.ollama(name);
    StringBuilder expected = new StringBuilder();
    recorded.path("response_chunks").forEach(each -> expected.append(each.path("text").asText()));
    if (recorded.has("response_body")) {
      expected.append(recorded.path("response_body"));
    }
    try (FakeOllama ollama = FakeOllama.replaying(name)) {
      String request = recorded.path("request_body").toString();

      String said = ask(ollama, operation, request, PrivacyTreatment.CLOUD_OK);

      assertThat(said)
          .startsWith(recorded.path("status").asText() + " application/")
          .endsWith("\n" + expected);
      assertThat(ollama.calls(recorded.path("path").asText()))
          .singleElement()
          .satisfies(
              call -> {
                assertThat(call.method()).isEqualTo(recorded.path("method").asText());
                assertThat(call.bodyText()).isEqualTo(request);
              });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PULL   | {\"model\":\"tiny\"}",
        "PUSH   | {\"model\":\"tiny\"}",
        "CREATE | {\"model\":\"a\",\"from\":\"nosuch\"}",
        "CREATE | {\"model\":\"a\",\"from\":\"stub\"}",
        "CREATE | {\"model\":\"a\",\"from\":\"tiny\",\"remote_host\":\"https://a.example\"}",
        "CREATE | {\"model\":\"a:cloud\",\"from\":\"tiny\"}",
        "LOAD | {\"model\":\"stub\"}"
      })
  void whatMakesTheServerSpeakToTheInternetIsNotSentWhereNothingMayLeave(
      Operation operation, String json) {
    try (FakeOllama ollama = new FakeOllama(exchange -> exchange.json(200, "{}"))) {
      assertThatThrownBy(() -> ask(ollama, operation, json, PrivacyTreatment.LOCAL_ONLY))
          .isInstanceOf(NotClearedException.class);

      assertThat(ollama.server.exchanges()).noneMatch(exchange -> exchange.bodyText().equals(json));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE | {\"model\":\"a\",\"from\":\"Tiny\",\"system\":\"Be brief.\"}",
        "COPY   | {\"source\":\"stub\",\"destination\":\"a\"}",
        "DELETE | {\"model\":\"stub\"}"
      })
  void whatStaysOnTheServerIsSentAlsoWhereNothingMayLeave(Operation operation, String json) {
    try (FakeOllama ollama = new FakeOllama(exchange -> exchange.json(200, "{}"))) {
      assertThat(ask(ollama, operation, json, PrivacyTreatment.LOCAL_ONLY))
          .isEqualTo("200 application/json\n{}");
    }
  }

  @Test
  void aModelIsLoadedWithTheContextThatItsCallsWillAskForAndWithoutAPrompt() {
    try (FakeOllama ollama = new FakeOllama(exchange -> exchange.json(200, "{}"))) {
      ask(
          ollama,
          Operation.LOAD,
          "{\"model\":\"able:8b\",\"prompt\":\"smuggled\",\"keep_alive\":-1}",
          PrivacyTreatment.LOCAL_ONLY);

      assertThat(ollama.calls("/api/generate").getFirst().bodyText())
          .isEqualTo(
              "{\"model\":\"able:8b\",\"stream\":false,\"keep_alive\":-1,"
                  + "\"options\":{\"num_ctx\":8192}}");
    }
  }

  @Test
  void theModelsAreLookedAtAgainAfterAChange() {
    try (FakeOllama ollama = new FakeOllama(exchange -> exchange.json(200, "{}"))) {
      ask(ollama, Operation.DELETE, "{\"model\":\"tiny\"}", PrivacyTreatment.LOCAL_ONLY);

      assertThat(ollama.server.exchanges().getLast().path()).isEqualTo("/api/ps");
      assertThat(ollama.calls("/api/tags")).hasSize(2);
    }
  }
}
