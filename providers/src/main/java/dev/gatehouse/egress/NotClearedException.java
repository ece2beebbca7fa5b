package dev.gatehouse.egress;

/**
 * The privacy gate forbids a call. Never retried, never failed over to a less private destination.
 */
public final class NotClearedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotClearedException(String message) {
    super(message);
  }

  NotClearedException(String message, Throwable cause) {
    super(message, cause);
  }
}
