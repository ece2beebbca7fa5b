package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Answer;
import dev.gatehouse.provider.langchain.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Ollama's error bodies. Its own are {@code {"error":"text"}}; those of its runner are a JSON
 * document inside that text.
 */
final class OllamaErrors {
  private static final String TOO_LONG = "exceed_context_size_error";

  private OllamaErrors() {}

  /** The exact number of prompt tokens, where the failure is that they do not fit. */
  static OptionalInt tooLongPrompt(ProviderException failure) {
    return failure
        .answer()
        .map(OllamaErrors::inner)
        .filter(error -> error.path("type").asText("").equals(TOO_LONG))
        .map(error -> OptionalInt.of(error.path("n_prompt_tokens").asInt(0)))
        .orElse(OptionalInt.empty());
  }

  /** The failure with a body in OpenAI's shape; unchanged where its body is not Ollama's. */
  static ProviderException readable(ProviderException failure) {
    return failure
        .answer()
        .flatMap(answer -> readable(answer))
        .map(
            answer ->
                new ProviderException(
                    failure.kind(), String.valueOf(failure.getMessage()), Optional.of(answer)))
        .orElse(failure);
  }

  private static Optional<Answer> readable(Answer answer) {
    if (!read(answer.body()).path("error").isTextual()) {
      return Optional.empty();
    }
    byte[] body = Json.write(body(inner(answer)));
    return Optional.of(new Answer(answer.status(), "application/json", body, answer.headers()));
  }

  private static JsonNode body(JsonNode error) {
    if (!error.path("type").asText("").equals(TOO_LONG)) {
      return Rejection.body(error.path("message").asText(), "", "");
    }
    String message =
        "This model's maximum context length is "
            + error.path("n_ctx").asInt()
            + " tokens, but the messages have "
            + error.path("n_prompt_tokens").asInt()
            + ". Shorten them.";
    return Rejection.body(message, "messages", "context_length_exceeded");
  }

  /** The error object with its {@code message}, however deep it was packed. */
  private static JsonNode inner(Answer answer) {
    JsonNode error = read(answer.body()).path("error");
    if (!error.isTextual()) {
      return error;
    }
    JsonNode packed = read(error.textValue().getBytes(StandardCharsets.UTF_8)).path("error");
    return packed.isObject() ? packed : Json.object().put("message", error.textValue());
  }

  private static JsonNode read(byte[] json) {
    try {
      return json.length == 0 ? Json.object() : Json.read(json);
    } catch (JsonException e) {
      return Json.object();
    }
  }
}
