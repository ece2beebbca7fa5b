package dev.gatehouse.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.json.Json;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Answer;
import java.util.Optional;

/** What a client is told when something goes wrong. */
final class Errors {
  private Errors() {}

  static ApiError of(Decision.Refuse refuse) {
    String message = refuse.message();
    return switch (refuse.cause()) {
      case MODEL_NOT_FOUND -> ApiError.of(404, "model_not_found", message);
      case PRIVACY_NO_LOCAL_CAPACITY -> privacyNoLocalCapacity(message);
      case PRIVACY_FORBIDS_MODEL -> ApiError.of(403, "privacy_forbids_model", message);
      case UNSUPPORTED_FIELD ->
          new ApiError(400, Optional.of("unsupported_field"), refuse.field(), message);
      case CONTEXT_LENGTH_EXCEEDED -> ApiError.of(400, "context_length_exceeded", message);
      case PRICE_UNKNOWN -> ApiError.of(400, "price_unknown", message);
      case MAX_COST_EXCEEDED -> ApiError.of(402, "max_cost_exceeded", message);
      case NO_MODEL_AVAILABLE -> ApiError.of(503, "no_model_available", message);
    };
  }

  static ApiError privacyNoLocalCapacity(String message) {
    return ApiError.of(503, "privacy_no_local_capacity", message);
  }

  static ApiError of(RequestTimeoutException e) {
    return ApiError.of(504, "request_timeout", String.valueOf(e.getMessage()));
  }

  /** The gateway's own words for an upstream's failure. */
  static ApiError of(ProviderException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.kind()) {
      case TIMEOUT -> ApiError.of(504, "upstream_timeout", message);
      case BUSY -> ApiError.of(503, "upstream_busy", message);
      case UNREACHABLE -> ApiError.of(502, "upstream_unreachable", message);
      case FAILED, BROKEN -> ApiError.of(502, "upstream_failed", message);
      case TOO_LONG -> ApiError.of(400, "context_length_exceeded", message);
      case REJECTED -> ApiError.of(400, "upstream_rejected", message);
    };
  }

  /**
   * An upstream's own 4xx, said in the words that every vendor's error body has: {@code
   * error.message}, or Ollama's {@code error}. What concerns the gateway's own key is not for the
   * client.
   */
  static ApiError of(Answer answer) {
    if (answer.status() == 401 || answer.status() == 403) {
      return ApiError.of(
          answer.status(),
          "upstream_refused_gateway",
          "the upstream refused the gateway's own key; the operator must see to it");
    }
    JsonNode error = Json.read(answer.body()).path("error");
    String message =
        error.isTextual()
            ? error.textValue()
            : error.path("message").asText("the upstream refused the request");
    return new ApiError(
        answer.status(), text(error.path("code")), text(error.path("param")), message);
  }

  private static Optional<String> text(JsonNode value) {
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }
}
