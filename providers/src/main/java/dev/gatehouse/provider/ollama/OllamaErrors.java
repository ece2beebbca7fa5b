package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Answer;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Ollama's error bodies. Its own are {@code {"error":"text"}}; those of its runner are a JSON
 * document inside that text.
 */
final class OllamaErrors {
  private static final String TOO_LONG = "exceed_context_size_error";

  /** What the server says without numbers: to a prompt with {@code shift:false}, to embeddings. */
  private static final List<String> TOO_LONG_TEXTS =
      List.of(
          "the prompt is longer than the context length",
          "the input length exceeds the context length");

  /** What it says where it cannot bring a model into memory. */
  private static final List<String> FAILED_LOAD_TEXTS =
      List.of("requires more system memory", "process has terminated", "failed to load model");

  private OllamaErrors() {}

  /**
   * A prompt that does not fit, as the server counted it.
   *
   * @param promptTokens empty where it does not say
   * @param contextTokens what it runs with; empty where it does not say
   */
  record TooLong(OptionalInt promptTokens, OptionalInt contextTokens) {}

  /** What the server counted, where the failure is that a prompt does not fit. */
  static Optional<TooLong> tooLong(ProviderException failure) {
    JsonNode error = failure.answer().map(OllamaErrors::inner).orElseGet(Json::object);
    if (error.path("type").asText("").equals(TOO_LONG)) {
      return Optional.of(new TooLong(positive(error, "n_prompt_tokens"), positive(error, "n_ctx")));
    }
    return says(error, TOO_LONG_TEXTS)
        ? Optional.of(new TooLong(OptionalInt.empty(), OptionalInt.empty()))
        : Optional.empty();
  }

  private static OptionalInt positive(JsonNode error, String field) {
    int value = error.path(field).asInt(0);
    return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
  }

  private static boolean says(JsonNode error, List<String> texts) {
    String message = error.path("message").asText("");
    return texts.stream().anyMatch(message::contains);
  }

  /** Whether the server could not bring the model into memory. */
  static boolean isFailedLoad(ProviderException failure) {
    return failure.answer().filter(answer -> answer.status() == 500).stream()
        .anyMatch(answer -> says(inner(answer), FAILED_LOAD_TEXTS));
  }

  /**
   * A prompt that does not fit, with both numbers.
   *
   * @param needed tokens of the prompt
   * @param available tokens of context
   */
  static ProviderException tooLong(OllamaCall call, int needed, int available) {
    String message =
        "This model's maximum context length is "
            + available
            + " tokens, but the messages have "
            + needed
            + ". Shorten them.";
    JsonNode body =
        OllamaCall.isOllamas(call.request().wire())
            ? Json.object().put("error", message)
            : Rejection.body(message, "messages", "context_length_exceeded");
    return new ProviderException(
        Kind.TOO_LONG,
        call.reference() + ": needs " + needed + " tokens of context, has " + available,
        Optional.of(answer(400, body, List.of())));
  }

  /**
   * The failure with a body that the caller's dialect can hand on: Ollama's own for an Ollama
   * client, else OpenAI's shape; unchanged where its body is not Ollama's.
   */
  static ProviderException readable(ProviderException failure, Wire wire) {
    return failure
        .answer()
        .filter(answer -> read(answer.body()).path("error").isTextual())
        .map(
            answer ->
                new ProviderException(
                    failure.kind(),
                    String.valueOf(failure.getMessage()),
                    Optional.of(readable(answer, wire))))
        .orElse(failure);
  }

  private static Answer readable(Answer answer, Wire wire) {
    String message = inner(answer).path("message").asText();
    JsonNode body =
        OllamaCall.isOllamas(wire)
            ? Json.object().put("error", message)
            : Rejection.body(message, "", "");
    return answer(answer.status(), body, answer.headers());
  }

  private static Answer answer(int status, JsonNode body, List<Event.Header> headers) {
    return new Answer(status, "application/json", Json.write(body), headers);
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
