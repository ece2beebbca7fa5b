package dev.gatehouse.config;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the gateway listens and what it accepts.
 *
 * @param host address to bind; anything but a loopback address needs keys and an admin key
 * @param port 0 to 65535, 0 for any free one; default 8080
 * @param adminKey opens /admin, /dashboard and /metrics; without it they answer loopback only
 * @param maxBodyBytes largest request body, in bytes; default 32 MiB
 * @param maxHeaderBytes largest total size of request headers, in bytes; default 64 KiB
 * @param requestTimeout longest time from a request's first byte to its answer's last; default 30
 *     minutes
 * @param heartbeatInterval how often the client of a stream is told that its answer is still to
 *     come, where its protocol has words for that; default 10 seconds
 * @param ollamaAdmin whether programs on this machine may change an Ollama's models where no keys
 *     are needed; default no
 */
public record ServerConfig(
    String host,
    int port,
    Optional<Secret> adminKey,
    long maxBodyBytes,
    int maxHeaderBytes,
    Duration requestTimeout,
    Duration heartbeatInterval,
    boolean ollamaAdmin) {

  /** A body is held in memory whole while it is scanned: no larger than 1 GiB. */
  public static final long MOST_BODY_BYTES = 1L << 30;

  public ServerConfig {
    if (host.isBlank() || port < 0 || port > 65_535) {
      throw new IllegalArgumentException("server: not an address: " + host + ":" + port);
    }
    if (maxBodyBytes < 1
        || maxBodyBytes > MOST_BODY_BYTES
        || maxHeaderBytes < 1
        || !requestTimeout.isPositive()
        || !heartbeatInterval.isPositive()) {
      throw new IllegalArgumentException(
          "server: sizes and times must be above 0, a body at most 1 GiB");
    }
  }

  /** Loopback, port 8080, every limit at its default, no admin key. */
  public static ServerConfig defaults() {
    return new ServerConfig(
        "127.0.0.1",
        8080,
        Optional.empty(),
        32L << 20,
        64 << 10,
        Duration.ofMinutes(30),
        Duration.ofSeconds(10),
        false);
  }

  /** Whether only programs on this machine can reach the gateway. */
  public boolean isLoopback() {
    return HostLiteral.isLoopback(host);
  }

  /** The same server, bound to another address. */
  public ServerConfig withHost(String other) {
    return new ServerConfig(
        other,
        port,
        adminKey,
        maxBodyBytes,
        maxHeaderBytes,
        requestTimeout,
        heartbeatInterval,
        ollamaAdmin);
  }

  /** The same server on another port, 0 to 65535. */
  public ServerConfig withPort(int other) {
    return new ServerConfig(
        host,
        other,
        adminKey,
        maxBodyBytes,
        maxHeaderBytes,
        requestTimeout,
        heartbeatInterval,
        ollamaAdmin);
  }
}
