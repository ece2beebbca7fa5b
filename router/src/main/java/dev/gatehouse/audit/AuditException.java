package dev.gatehouse.audit;

/**
 * The audit log cannot be read, written or trusted. The message says which file, and what to do.
 */
public final class AuditException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AuditException(String message) {
    super(message);
  }

  AuditException(String message, Throwable cause) {
    super(message, cause);
  }
}
