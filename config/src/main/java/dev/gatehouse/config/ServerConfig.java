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
 */
public record ServerConfig(
    String host,
    int port,
    Optional<Secret> adminKey,
    long maxBodyBytes,
    int maxHeaderBytes,
    Duration requestTimeout) {}
