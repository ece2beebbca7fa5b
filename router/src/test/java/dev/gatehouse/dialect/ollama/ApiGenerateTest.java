package dev.gatehouse.dialect.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.dialect.KnownAnswer;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.Wire;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiGenerateTest {

  @Test
  void systemPromptAndImagesBecomeOneTurn() {
    ChatRequest request =
        Endpoints.generate(
            "\"system\":\"Be brief.\",\"prompt\":\"See\",\"images\":[\"/9j/4AAQ\"],\"context\":[],\"raw\":false");

    assertThat(request.wire()).isEqualTo(Wire.OLLAMA_GENERATE);
    assertThat(request.stream()).isTrue();
    assertThat(request.messages())
        .containsExactly(
            new Message(Role.SYSTEM, List.of(new Part.Text("Be brief.")), Optional.empty()),
            new Message(
                Role.USER,
                List.of(
                    new Part.Image("data:image/jpeg;base64,/9j/4AAQ", Optional.empty()),
                    new Part.Text("See")),
                Optional.empty()));
    assertThat(request.needs()).containsOnlyKeys(Capability.VISION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "raw":true                  | raw
          "template":"{{ .Prompt }}"  | template
          "context":[1,2,3]           | context
          "suffix":"return result"    | suffix
          """)
  void whatBypassesTheChatTemplateOnlyAnOllamaCanCarry(String field, String name) {
    assertThat(Endpoints.generate("\"prompt\":\"x\"," + field).needs())
        .containsEntry(Capability.VERBATIM_FIELDS, name);
  }

  @Test
  void rawPromptGoesWithNothingBeside() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> Endpoints.generate("\"prompt\":\"x\",\"raw\":true,\"system\":\"y\""))
        .withMessageContaining("raw mode does not support");
  }

  @Test
  void emptyPromptOnlyLoadsTheModel() {
    KnownAnswer load = Endpoints.known("/api/generate", "{\"model\":\"qwen3:8b\"}");
    KnownAnswer unload =
        Endpoints.known(
            "/api/generate", "{\"model\":\"qwen3:8b\",\"prompt\":\"\",\"keep_alive\":0}");

    assertThat(load.body().toString())
        .isEqualTo(
            "{\"model\":\"qwen3:8b\",\"created_at\":\"2026-11-22T19:48:28.500000000Z\","
                + "\"response\":\"\",\"done\":true,\"done_reason\":\"load\"}");
    assertThat(unload.body().path("done_reason").asText()).isEqualTo("unload");
  }

  @Test
  void missingModelIsNotFound() {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> Endpoints.decode("/api/generate", "{\"prompt\":\"x\"}"))
        .satisfies(e -> assertThat(e.error().status()).isEqualTo(404));
  }
}
