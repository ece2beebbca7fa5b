package dev.gatehouse.audit;

/**
 * The audit log cannot be read, written or trusted. The message says which file, and what to do.
 */
public final class AuditException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AuditException(String message) {
    super(message);
  }

  /** With its cause, as a witness has one. */
  public AuditException(String message, Throwable cause) {
    super(message, cause);
  }
}
