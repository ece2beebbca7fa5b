package dev.gatehouse.redact;

/** A request has no redacted form. The message says why, and nothing of what stands in it. */
final class NotRedactableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotRedactableException(String message) {
    super(message);
  }
}
