package dev.gatehouse.gateway;

import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.IOException;
import java.util.List;

/** An Ollama with one model that chats and sees and one that embeds; a test scripts the rest. */
final class OllamaServer implements AutoCloseable {
  private static final String TAGS =
      """
      {"models":[
       {"name":"able:8b","model":"able:8b","size":5000000000,"digest":"d-able",
        "details":{"family":"able","parameter_size":"8.0B","quantization_level":"Q4_K_M","context_length":40960},
        "capabilities":["completion","tools","vision","thinking"]},
       {"name":"embed:latest","model":"embed:latest","size":8777847,"digest":"d-embed",
        "details":{"parameter_size":"2.04M","quantization_level":"unknown"},"capabilities":["embedding"]}]}
      """;

  private final ScriptedUpstream server;

  private OllamaServer(ScriptedUpstream server) {
    this.server = server;
  }

  static OllamaServer start(ScriptedUpstream.Script script) {
    return new OllamaServer(
        ScriptedUpstream.start(
            exchange -> {
              if (!answered(exchange)) {
                script.answer(exchange);
              }
            }));
  }

  private static boolean answered(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/api/tags" -> exchange.json(200, TAGS);
      case "/api/ps" -> exchange.json(200, "{\"models\":[]}");
      case "/api/show" ->
          exchange.json(200, "{\"details\":{},\"model_info\":{},\"capabilities\":[]}");
      default -> {
        return false;
      }
    }
    return true;
  }

  /** One entry of {@code providers}. */
  String entry() {
    return "{name: ollama, kind: ollama, base-url: '%s'}".formatted(server.url(""));
  }

  /** The requests that the test's own script answered. */
  List<Exchange> asked() {
    return server.exchanges().stream()
        .filter(exchange -> !List.of("/api/tags", "/api/ps", "/api/show").contains(exchange.path()))
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
