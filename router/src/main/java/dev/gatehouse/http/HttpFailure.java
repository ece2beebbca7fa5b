package dev.gatehouse.http;

import dev.gatehouse.dialect.ApiError;

/** A request that gets no further than http. */
final class HttpFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiError error;

  HttpFailure(ApiError error) {
    super(error.message());
    this.error = error;
  }

  ApiError error() {
    return error;
  }
}
