package dev.gatehouse.dialect;

/** A request that is refused before any model is asked. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiError error;

  /** Refuses with this error. */
  public ApiException(ApiError error) {
    super(error.message());
    this.error = error;
  }

  /** What the client is told. */
  public ApiError error() {
    return error;
  }
}
