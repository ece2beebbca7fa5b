package dev.gatehouse.dialect;

import java.util.Optional;

/**
 * An error as a client is told of it.
 *
 * @param status HTTP status
 * @param type OpenAI's error types: {@code invalid_request_error}, {@code authentication_error},
 *     {@code server_error} ...
 * @param code a fixed word for programs, as in {@code model_not_found}
 * @param param the field that is to blame
 * @param message for people: what is wrong, where, what to do; never content
 */
public record ApiError(
    int status, String type, Optional<String> code, Optional<String> param, String message) {

  /** 400 for a request that can never work. */
  public static ApiError invalid(String message, Optional<String> param) {
    return new ApiError(400, "invalid_request_error", Optional.empty(), param, message);
  }

  /** An error of the caller with a word for programs. */
  public static ApiError client(int status, String code, String message) {
    return new ApiError(
        status, "invalid_request_error", Optional.of(code), Optional.empty(), message);
  }

  /** An error of the gateway or of what is behind it. */
  public static ApiError server(int status, String code, String message) {
    return new ApiError(status, "server_error", Optional.of(code), Optional.empty(), message);
  }
}
