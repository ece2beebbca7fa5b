package dev.gatehouse.pipeline;

/** A request took longer than {@code server.request-timeout}. */
public final class RequestTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what the interruption broke. */
  public RequestTimeoutException(Throwable cause) {
    super("the request took longer than server.request-timeout", cause);
  }
}
