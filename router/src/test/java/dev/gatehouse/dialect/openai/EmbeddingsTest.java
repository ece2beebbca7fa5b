package dev.gatehouse.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddingsTest {
  private final Embeddings embeddings = new Embeddings();

  @Test
  void oneTextAndSeveralAreInputsInOrder() {
    EmbeddingsRequest one = request("{\"model\":\"m\",\"input\":\"a\"}");
    EmbeddingsRequest several =
        request("{\"model\":\"m\",\"input\":[\"a\",\"b\"],\"dimensions\":256,\"user\":\"u\"}");

    assertThat(one.inputs()).containsExactly("a");
    assertThat(several.inputs()).containsExactly("a", "b");
    assertThat(several.dimensions()).hasValue(256);
    assertThat(several.hints()).containsExactly("user");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,2,3]", "[[1,2],[3]]"})
  void tokenArraysNeedARelay(String input) {
    EmbeddingsRequest request = request("{\"model\":\"m\",\"input\":" + input + "}");

    assertThat(request.needs()).containsEntry(Capability.VERBATIM_FIELDS, "input");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "[]", "[\"\"]", "[true]", "7", "[[]]"})
  void inputsThatAreNoneAreRefused(String input) {
    assertThatThrownBy(() -> request("{\"model\":\"m\",\"input\":" + input + "}"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("input: expected");
  }

  @Test
  void unknownEncodingIsRefused() {
    assertThatThrownBy(
            () -> request("{\"model\":\"m\",\"input\":\"a\",\"encoding_format\":\"hex\"}"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("encoding_format: expected float or base64");
  }

  @Test
  void vectorsComeAsNumbersInTheOrderOfTheInputs() {
    JsonNode answer =
        Encoded.whole(
            embeddings,
            "{\"model\":\"m\",\"input\":[\"a\",\"b\"]}",
            new Event.Embedding(1, new float[] {0.5f, -1}),
            new Event.Embedding(0, new float[] {0.25f, 2}));

    assertThat(answer)
        .isEqualTo(
            Encoded.json(
                """
                {"object":"list","data":[
                  {"object":"embedding","index":0,"embedding":[0.25,2.0]},
                  {"object":"embedding","index":1,"embedding":[0.5,-1.0]}],
                 "model":"answering","usage":{"prompt_tokens":10,"total_tokens":10}}
                """));
  }

  @Test
  void base64IsLittleEndianFloats() {
    JsonNode answer =
        Encoded.whole(
            embeddings,
            "{\"model\":\"m\",\"input\":\"a\",\"encoding_format\":\"base64\"}",
            new Event.Embedding(0, new float[] {1, -2}));

    assertThat(answer.at("/data/0/embedding").asText()).isEqualTo("AACAPwAAAMA=");
  }

  private EmbeddingsRequest request(String body) {
    return (EmbeddingsRequest) Encoded.decode(embeddings, body).request();
  }
}
