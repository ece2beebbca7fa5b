package dev.gatehouse.cli;

/** A verb cannot do its work; the message tells the user what to do. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}
