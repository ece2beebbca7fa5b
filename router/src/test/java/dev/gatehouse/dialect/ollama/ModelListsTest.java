package dev.gatehouse.dialect.ollama;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.dialect.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ModelListsTest {

  @Test
  void everyModelIsListedByTheNamesThatItCanBeAskedBy() {
    List<String> names = new ArrayList<>();
    lookup("/api/tags", "").path("models").forEach(each -> names.add(each.path("name").asText()));

    assertThat(names)
        .containsExactly(
            "qwen3:8b",
            "ollama/qwen3:8b",
            "openai/gpt-4.1-mini",
            "auto",
            "auto:economy",
            "auto:balanced",
            "auto:best",
            "local",
            "cloud");
  }

  @Test
  void localModelIsListedAsOllamaListsIt() {
    JsonNode entry = lookup("/api/tags", "").path("models").path(0);

    assertThat(entry.toString())
        .isEqualTo(
            "{\"name\":\"qwen3:8b\",\"model\":\"qwen3:8b\",\"modified_at\":\"2026-11-22T19:48:28.500000000Z\","
                + "\"size\":5000000000,\"digest\":\"35173157551576bd2dd9ea09e608ccf3f0dfa1ee0682ee3493d40afa0123b31e\","
                + "\"details\":{\"parent_model\":\"\",\"format\":\"gguf\",\"family\":\"qwen3\",\"families\":[\"qwen3\"],"
                + "\"parameter_size\":\"8.2B\",\"quantization_level\":\"Q4_K_M\",\"context_length\":40960},"
                + "\"capabilities\":[\"completion\",\"tools\",\"thinking\"]}");
  }

  /** A gateway in front of this one takes a model without the mark for a local one. */
  @Test
  void whatMayRunElsewhereIsMarkedAsOllamaMarksIt() {
    List<String> marked = new ArrayList<>();
    for (JsonNode entry : lookup("/api/tags", "").path("models")) {
      if (entry.hasNonNull("remote_host") && entry.hasNonNull("remote_model")) {
        marked.add(entry.path("name").asText());
      }
    }

    assertThat(marked)
        .containsExactly(
            "openai/gpt-4.1-mini", "auto", "auto:economy", "auto:balanced", "auto:best", "cloud");
    assertThat(lookup("/api/show", "{\"model\":\"gpt-4.1-mini\"}").path("remote_host").asText())
        .isEqualTo("openai");
    assertThat(lookup("/api/show", "{\"model\":\"qwen3:8b\"}").has("remote_host")).isFalse();
  }

  @Test
  void shownModelTellsItsContextUnderItsArchitecturesName() {
    JsonNode shown = lookup("/api/show", "{\"model\":\"qwen3:8b\"}");

    assertThat(shown.path("model_info").toString())
        .isEqualTo(
            "{\"general.architecture\":\"qwen3\",\"general.parameter_count\":8190735360,\"qwen3.context_length\":40960}");
    assertThat(shown.path("capabilities").toString())
        .isEqualTo("[\"completion\",\"tools\",\"thinking\"]");
    assertThat(shown.path("template").isTextual()).isTrue();
  }

  @Test
  void modelsInMemoryAreToldWithWhatTheyTake() {
    JsonNode running = lookup("/api/ps", "").path("models");

    assertThat(running).hasSize(1);
    assertThat(running.path(0).path("name").asText()).isEqualTo("qwen3:8b");
    assertThat(running.path(0).path("size").longValue()).isEqualTo(6_000_000_000L);
    assertThat(running.path(0).path("size_vram").longValue()).isEqualTo(4_000_000_000L);
    assertThat(running.path(0).path("context_length").intValue()).isEqualTo(8192);
    assertThat(running.path(0).path("expires_at").asText())
        .isEqualTo("2026-11-22T19:48:28.500000000Z");
  }

  @Test
  void unknownModelCannotBeShown() {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> lookup("/api/show", "{\"model\":\"nosuch\"}"))
        .satisfies(e -> assertThat(e.error().status()).isEqualTo(404));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> lookup("/api/show", "{}"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> lookup("/api/show", "{"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> lookup("/api/show", ""));
  }

  @Test
  void versionIsThatOfTheApiSpoken() {
    assertThat(lookup("/api/version", "").toString())
        .isEqualTo("{\"version\":\"" + OllamaDialect.API_VERSION + "\"}");
  }

  private static JsonNode lookup(String path, String body) {
    Lookup lookup =
        Endpoints.DIALECT.lookups().stream()
            .filter(each -> each.path().equals(path))
            .findFirst()
            .orElseThrow();
    return lookup
        .answerer()
        .answer(
            new Lookup.Question(
                new Caller(Optional.empty()), Map.of(), Map.of(), body.getBytes(UTF_8)));
  }
}
