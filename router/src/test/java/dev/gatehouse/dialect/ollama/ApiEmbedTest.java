package dev.gatehouse.dialect.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.inference.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiEmbedTest {

  @Test
  void inputIsOneTextOrSeveral() {
    InferenceRequest one = embed("\"input\":\"a\"");
    InferenceRequest several =
        embed("\"input\":[\"a\",\"b\"],\"dimensions\":64,\"truncate\":false");

    assertThat(one)
        .isInstanceOfSatisfying(
            EmbeddingsRequest.class, request -> assertThat(request.inputs()).containsExactly("a"));
    assertThat(several)
        .isInstanceOfSatisfying(
            EmbeddingsRequest.class,
            request -> {
              assertThat(request.wire()).isEqualTo(Wire.OLLAMA_EMBED);
              assertThat(request.inputs()).containsExactly("a", "b");
              assertThat(request.dimensions()).hasValue(64);
              assertThat(request.hints()).containsExactly("truncate");
            });
  }

  private static InferenceRequest embed(String fields) {
    return Endpoints.request("/api/embed", "{\"model\":\"qwen3:8b\"," + fields + "}").request();
  }

  @Test
  void legacyPromptIsOneInput() {
    InferenceRequest request =
        Endpoints.request("/api/embeddings", "{\"model\":\"qwen3:8b\",\"prompt\":\"a\"}").request();

    assertThat(request.wire()).isEqualTo(Wire.OLLAMA_EMBEDDINGS);
    assertThat(request)
        .isInstanceOfSatisfying(
            EmbeddingsRequest.class, each -> assertThat(each.inputs()).containsExactly("a"));
  }

  @Test
  void nothingToEmbedIsAnsweredWithNoVectors() {
    String asked = "{\"model\":\"qwen3:8b\"}";

    assertThat(Endpoints.known("/api/embed", asked).body().toString())
        .isEqualTo("{\"model\":\"qwen3:8b\",\"embeddings\":[]}");
    assertThat(Endpoints.known("/api/embeddings", asked).body().toString())
        .isEqualTo("{\"embedding\":[]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"input\":[1,2]", "\"input\":5", "\"input\":{}"})
  void onlyTextsAreEmbedded(String fields) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> embed(fields))
        .satisfies(e -> assertThat(e.field()).contains("input"));
  }
}
