package dev.gatehouse.dialect;

import java.util.Optional;

/**
 * The client's request is wrong. Its message names the field and what was expected, never the
 * content.
 */
public final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<String> field;

  /** About the body as a whole. */
  public InvalidRequestException(String message) {
    super(message);
    this.field = Optional.empty();
  }

  /**
   * About one field.
   *
   * @param field as in {@code messages[0].role}
   */
  public InvalidRequestException(String field, String message) {
    super(field + ": " + message);
    this.field = Optional.of(field);
  }

  /** The field that is wrong. */
  public Optional<String> field() {
    return field;
  }
}
