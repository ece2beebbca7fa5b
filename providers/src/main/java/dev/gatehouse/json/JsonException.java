package dev.gatehouse.json;

/**
 * A text is not the JSON it should be. Its message tells line and column, never the text itself.
 */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a cause, which would carry the text. */
  public JsonException(String message) {
    super(message);
  }
}
