package dev.gatehouse.ledger;

/** The ledger cannot be read or written; says which file and what to do. */
public final class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a cause from below. */
  public LedgerException(String message) {
    super(message);
  }

  /** With its cause. */
  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
