package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Answer;
import dev.gatehouse.provider.ProviderException.Kind;
import java.util.List;
import java.util.Optional;

/** An {@code error} event in the middle of a stream whose status was 200. */
final class StreamError {
  private StreamError() {}

  /** The failure, with the status that Anthropic gives to errors of its type ("Errors"). */
  static ProviderException of(String providerName, JsonNode event) {
    int status = status(event.path("error").path("type").asText(""));
    return new ProviderException(
        kind(status),
        providerName + " reported an error in its answer, of the kind of a " + status,
        Optional.of(new Answer(status, "application/json", Json.write(event), List.of())));
  }

  private static int status(String type) {
    return switch (type) {
      case "invalid_request_error" -> 400;
      case "authentication_error" -> 401;
      case "permission_error" -> 403;
      case "not_found_error" -> 404;
      case "request_too_large" -> 413;
      case "rate_limit_error" -> 429;
      case "timeout_error" -> 504;
      case "overloaded_error" -> 529;
      default -> 500;
    };
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 400, 413 -> Kind.REJECTED;
      case 429, 529 -> Kind.BUSY;
      case 504 -> Kind.TIMEOUT;
      default -> Kind.FAILED;
    };
  }
}
