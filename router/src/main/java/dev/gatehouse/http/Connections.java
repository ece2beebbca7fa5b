package dev.gatehouse.http;

import io.helidon.common.socket.HelidonSocket;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/**
 * Knows the connection that the current thread serves; Helidon tells a request handler only its
 * addresses.
 */
final class Connections implements Http1ConnectionListener {
  private static final ThreadLocal<HelidonSocket> CURRENT = new ThreadLocal<>();

  @Override
  public void prologue(ConnectionContext context, HttpPrologue prologue) {
    CURRENT.set(context.serverSocket());
  }

  /**
   * The socket of the request that the current thread handles.
   *
   * @throws IllegalStateException on any other thread
   */
  static HelidonSocket current() {
    HelidonSocket socket = CURRENT.get();
    if (socket == null) {
      throw new IllegalStateException("not a thread that serves a connection");
    }
    return socket;
  }
}
