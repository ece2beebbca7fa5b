package dev.gatehouse.provider.embedded;

import java.io.IOException;

/**
 * The child process: serves one model on loopback, and ends when its standard input does, which
 * happens however the gateway ends, {@code kill -9} included. It tells the gateway its port in one
 * line on standard output, once.
 */
final class EmbeddedServerMain {
  /** What the line with the port begins with. */
  static final String ANNOUNCEMENT = "gatehouse-embedded-port ";

  private EmbeddedServerMain() {}

  /**
   * Serves until standard input ends.
   *
   * @param arguments as {@link ServerOptions} writes them
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ServerOptions options = ServerOptions.parse(arguments);
    if (options.llamaServer().isPresent()) {
      try (LlamaServerKeeper keeper = LlamaServerKeeper.start(options)) {
        endWithInput(keeper::close);
        announce(keeper.port());
        Runtime.getRuntime().exit(keeper.awaitEnd());
      }
    } else {
      endWithInput(() -> {});
      LlamaGenerator generator = LlamaGenerator.load(options);
      try (LoopbackServer server = new LoopbackServer(new ChatApi(options, generator))) {
        announce(server.port());
        server.serve();
      }
    }
  }

  private static void announce(int port) {
    System.out.println("\n" + ANNOUNCEMENT + port);
    System.out.flush();
  }

  /** Halts rather than exits: freeing a model in 4.2.0 of the natives never returns. */
  private static void endWithInput(Runnable last) {
    Thread.ofPlatform()
        .daemon()
        .name("parent-watch")
        .start(
            () -> {
              awaitEndOfInput();
              last.run();
              Runtime.getRuntime().halt(0);
            });
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // nothing is ever sent; only the end matters
      }
    } catch (IOException e) {
      // as good as an end
    }
  }
}
