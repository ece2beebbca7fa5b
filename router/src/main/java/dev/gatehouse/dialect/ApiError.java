package dev.gatehouse.dialect;

import java.util.Optional;

/**
 * An error as a client is told of it, in no vendor's words yet: each dialect has its own for a
 * status.
 *
 * @param status HTTP status
 * @param code a fixed word for programs, as in {@code model_not_found}
 * @param param the field that is to blame
 * @param message for people: what is wrong, where, what to do; never content
 */
public record ApiError(int status, Optional<String> code, Optional<String> param, String message) {

  /** 400 for a request that can never work. */
  public static ApiError invalid(String message, Optional<String> param) {
    return new ApiError(400, Optional.empty(), param, message);
  }

  /** 400 for what a decoder found wrong. */
  public static ApiError of(InvalidRequestException e) {
    return invalid(String.valueOf(e.getMessage()), e.field());
  }

  /** An error with a word for programs. */
  public static ApiError of(int status, String code, String message) {
    return new ApiError(status, Optional.of(code), Optional.empty(), message);
  }
}
