package dev.gatehouse.dialect;

/** An answer that its protocol promises to remember could not be written down. */
public final class AnswerNotKeptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what went wrong; no content. */
  public AnswerNotKeptException(String message, Throwable cause) {
    super(message, cause);
  }
}
