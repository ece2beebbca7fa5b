package dev.gatehouse.provider.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

/**
 * A small HTTP/1.1 server on loopback with one client, the gateway. It exists because it has to
 * notice at once that a client is gone: each connection is read by a thread of its own even while
 * an answer is being made, and its end interrupts the thread that makes it. The JDK's server cannot
 * tell before it writes.
 */
final class LoopbackServer implements AutoCloseable {
  private static final int BACKLOG = 128;

  private final ServerSocket socket;
  private final Handler handler;

  LoopbackServer(Handler handler) throws IOException {
    this.handler = handler;
    this.socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Accepts connections until the server is closed. */
  void serve() throws IOException {
    while (!socket.isClosed()) {
      Socket connection = socket.accept();
      Thread.ofVirtual().start(() -> converse(connection));
    }
  }

  private void converse(Socket connection) {
    Thread answering = Thread.currentThread();
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      LoopbackResponse response = new LoopbackResponse(connection.getOutputStream());
      Optional<LoopbackRequest> next = read(in, response);
      while (next.isPresent()) {
        LoopbackRequest request = next.get();
        answering = Thread.ofVirtual().start(() -> answer(request, response, connection));
        next = read(in, response);
        if (next.isPresent()) {
          answering.join();
        }
      }
    } catch (IOException e) {
      // the gateway left; whatever is being made for it is given up below
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      answering.interrupt();
    }
  }

  private static Optional<LoopbackRequest> read(InputStream in, LoopbackResponse response)
      throws IOException {
    try {
      return LoopbackRequest.read(in);
    } catch (ApiException e) {
      response.json(e.status(), e.body());
      return Optional.empty();
    }
  }

  private void answer(LoopbackRequest request, LoopbackResponse response, Socket connection) {
    try {
      handler.handle(request, response);
    } catch (InterruptedException | IOException e) {
      close(connection);
    } catch (RuntimeException e) {
      fail(response, connection);
    }
  }

  /** No detail: an exception's text might hold a prompt. */
  private static void fail(LoopbackResponse response, Socket connection) {
    try {
      if (!response.begun()) {
        ApiException error = ApiException.serverError("the embedded engine failed");
        response.json(error.status(), error.body());
      }
    } catch (IOException e) {
      // closed below
    } finally {
      close(connection);
    }
  }

  private static void close(Socket connection) {
    try {
      connection.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Answers requests, any number at once. */
  @FunctionalInterface
  interface Handler {
    /**
     * Answers one request.
     *
     * @throws InterruptedException if the client left
     * @throws IOException if the answer cannot be written
     */
    void handle(LoopbackRequest request, LoopbackResponse response)
        throws IOException, InterruptedException;
  }
}
