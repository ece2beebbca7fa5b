package dev.gatehouse.provider.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * Runs a {@code llama-server} inside the child, so that it ends with the gateway on every operating
 * system. Only a {@code kill -9} of the child itself leaves the server behind.
 */
final class LlamaServerKeeper implements AutoCloseable {
  private final Process server;
  private final int port;

  private LlamaServerKeeper(Process server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts the server; it may not serve yet. */
  static LlamaServerKeeper start(ServerOptions options) throws IOException {
    int port = freePort();
    Process server =
        new ProcessBuilder(command(options, port))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    LlamaServerKeeper keeper = new LlamaServerKeeper(server, port);
    Runtime.getRuntime().addShutdownHook(new Thread(keeper::close));
    return keeper;
  }

  private static List<String> command(ServerOptions options, int port) {
    return List.of(
        options.llamaServer().orElseThrow().toString(),
        "--model",
        options.model().toString(),
        "--alias",
        options.modelId(),
        "--ctx-size",
        Integer.toString(options.contextTokens()),
        "--parallel",
        "1",
        "--host",
        "127.0.0.1",
        "--port",
        Integer.toString(port));
  }

  /** Another process may take the port before the server does; then the restart finds another. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  int awaitEnd() throws InterruptedException {
    return server.waitFor();
  }

  @Override
  public void close() {
    server.destroyForcibly();
  }
}
