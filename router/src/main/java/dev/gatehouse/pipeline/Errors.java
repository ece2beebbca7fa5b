package dev.gatehouse.pipeline;

import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.provider.ProviderException;

/** What a client is told when something goes wrong. */
final class Errors {
  private Errors() {}

  static ApiError of(InvalidRequestException e) {
    return ApiError.invalid(String.valueOf(e.getMessage()), e.field());
  }

  static ApiError of(Decision.Refuse refuse) {
    String message = refuse.message();
    return switch (refuse.cause()) {
      case MODEL_NOT_FOUND -> ApiError.client(404, "model_not_found", message);
      case PRIVACY_NO_LOCAL_CAPACITY -> privacyNoLocalCapacity(message);
      case PRIVACY_FORBIDS_MODEL -> ApiError.client(403, "privacy_forbids_model", message);
      case UNSUPPORTED_FIELD -> ApiError.client(400, "unsupported_field", message);
      case CONTEXT_LENGTH_EXCEEDED -> ApiError.client(400, "context_length_exceeded", message);
      case PRICE_UNKNOWN -> ApiError.client(400, "price_unknown", message);
      case MAX_COST_EXCEEDED -> ApiError.client(402, "max_cost_exceeded", message);
      case NO_MODEL_AVAILABLE -> ApiError.server(503, "no_model_available", message);
    };
  }

  static ApiError privacyNoLocalCapacity(String message) {
    return ApiError.server(503, "privacy_no_local_capacity", message);
  }

  /** The gateway's own words for an upstream's failure. */
  static ApiError of(ProviderException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.kind()) {
      case TIMEOUT -> ApiError.server(504, "upstream_timeout", message);
      case BUSY -> ApiError.server(503, "upstream_busy", message);
      case UNREACHABLE -> ApiError.server(502, "upstream_unreachable", message);
      case FAILED, BROKEN -> ApiError.server(502, "upstream_failed", message);
      case REJECTED -> ApiError.client(400, "upstream_rejected", message);
    };
  }

  static ApiError internal() {
    return ApiError.server(500, "internal_error", "the gateway failed; its log has the request id");
  }
}
