package dev.gatehouse.cli;

import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.gateway.Gateway;
import dev.gatehouse.provider.embedded.EmbeddedProvider;
import java.io.PrintWriter;
import java.time.Duration;

/** What {@code up} prints: where it listens, what it found, and what to paste. */
final class Greeting {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final PrintWriter out;
  private final Gateway gateway;
  private final GatehouseConfig config;

  Greeting(PrintWriter out, Gateway gateway, GatehouseConfig config) {
    this.out = out;
    this.gateway = gateway;
    this.config = config;
  }

  /** Prints at once what is known, then waits for the embedded model, where there is one. */
  void print() {
    gateway.providers().embedded().ifPresent(this::awaitToy);
    String url = "http://" + printable(config.server().host()) + ":" + gateway.port();
    out.println();
    out.println("Gatehouse listens at " + url);
    out.println(
        "Base URL for OpenAI's clients: " + url + "/v1; for Anthropic's and Ollama's: " + url);
    out.println("Ledger: " + config.dataDirectory());
    warnings();
    out.println();
    out.print(new ModelTable(gateway.providers()).text());
    gateway.providers().embedded().filter(EmbeddedProvider::isToy).ifPresent(_ -> toy());
    out.println();
    out.println("Try it:");
    out.println("  " + curl(url));
    out.flush();
  }

  /** What the configuration promises and this version does not keep. */
  private void warnings() {
    if (config.privacy().allowLoosening()) {
      out.println("Warning: privacy.allow-loosening has no effect yet: a header can only tighten.");
    }
    Exposure.of(config).forEach(each -> out.println("Warning: " + each));
    gateway
        .lostAudit()
        .ifPresent(
            seen ->
                out.println(
                    "Warning: the audit log does not hold its entry "
                        + seen.sequence()
                        + ", which was there at "
                        + seen.at()
                        + ": it was taken away or put back. Its next entry says so."));
    gateway.providers().judgeProblem().ifPresent(each -> out.println("Warning: " + each));
  }

  private static String printable(String host) {
    return host.contains(":") ? "[" + host + "]" : host.equals("0.0.0.0") ? "127.0.0.1" : host;
  }

  private void awaitToy(EmbeddedProvider embedded) {
    out.println("Starting the embedded model ...");
    out.flush();
    try {
      if (!embedded.awaitReady(PATIENCE)) {
        out.println("The embedded model is not available: " + embedded.describe());
        out.println(
            "The gateway runs all the same and answers 503 where only a local model may answer.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void toy() {
    out.println();
    out.println(
        "The embedded model is a toy (135 million parameters): good for trying things out, not for answers.");
    out.println(
        "For a good local one install Ollama, run 'ollama pull qwen3:8b', and start the gateway again.");
  }

  private String curl(String url) {
    String key = config.keys().isEmpty() ? "" : " -H 'Authorization: Bearer YOUR_KEY'";
    return "curl -s "
        + url
        + "/v1/chat/completions -H 'Content-Type: application/json'"
        + key
        + " -d '{\"model\":\"auto\",\"max_tokens\":48,\"messages\":[{\"role\":\"user\",\"content\":\"Say hello.\"}]}'";
  }
}
