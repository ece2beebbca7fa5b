package dev.gatehouse.config;

import java.util.Optional;

/** {@code server}: where the gateway listens and what it accepts. */
final class ServerSection {
  private ServerSection() {}

  static ServerConfig read(YamlMapping section, boolean keysAreWritten) {
    ServerConfig defaults = ServerConfig.defaults();
    Optional<YamlValue> adminKey = section.value("admin-key");
    ServerConfig server =
        new ServerConfig(
            section.scalar("host", ScalarTypes.TEXT).orElse(defaults.host()),
            section.scalar("port", ScalarTypes.integer(0, 65_535)).orElse(defaults.port()),
            adminKey.flatMap(value -> value.as(ScalarTypes.SECRET)),
            section
                .scalar("max-body", ScalarTypes.size(ServerConfig.MOST_BODY_BYTES))
                .orElse(defaults.maxBodyBytes()),
            section
                .scalar("max-headers", ScalarTypes.size(Integer.MAX_VALUE))
                .orElse((long) defaults.maxHeaderBytes())
                .intValue(),
            section
                .scalar("request-timeout", ScalarTypes.DURATION)
                .orElse(defaults.requestTimeout()),
            section
                .scalar("heartbeat-interval", ScalarTypes.DURATION)
                .orElse(defaults.heartbeatInterval()),
            section.scalar("ollama-admin", ScalarTypes.FLAG).orElse(defaults.ollamaAdmin()));
    section.rejectUnknownKeys();
    if (!server.isLoopback() && (!keysAreWritten || adminKey.isEmpty())) {
      section
          .value("host")
          .ifPresent(host -> host.reject(GatehouseConfig.EXPOSURE_RULE, server.host()));
    }
    return server;
  }
}
