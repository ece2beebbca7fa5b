package dev.gatehouse.pipeline;

/** The client has left; nobody waits for the rest of the answer. */
public final class ClientGoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Found out by a write or a read that failed, or by watching the connection. */
  public ClientGoneException(Throwable cause) {
    super("the client closed the connection", cause);
  }
}
