package dev.gatehouse.dispatch;

import dev.gatehouse.egress.Passage;
import dev.gatehouse.provider.ollama.OllamaAdministration;
import dev.gatehouse.provider.ollama.OllamaAdministration.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Ollama servers whose models can be changed. */
public final class OllamaServers {
  private final Map<String, OllamaAdministration> servers;

  /**
   * @param servers by the provider's name, in order of configuration
   */
  public OllamaServers(Map<String, OllamaAdministration> servers) {
    this.servers = new LinkedHashMap<>(servers);
  }

  /** The providers' names, in order of configuration. */
  public List<String> names() {
    return List.copyOf(servers.keySet());
  }

  /**
   * A wish on its way to its server.
   *
   * @param server one of {@link #names}
   * @param passage where its body may go
   */
  public record Order(String server, Operation operation, byte[] json, Passage passage) {}

  /**
   * Sends an order under its passage, and hands the answer on as it comes.
   *
   * @throws dev.gatehouse.provider.ProviderException if the server cannot be reached, or its answer
   *     breaks off
   * @throws dev.gatehouse.egress.NotClearedException if the gate forbids it
   */
  public void send(Order order, OllamaAdministration.Reply reply) {
    OllamaAdministration server = servers.get(order.server());
    if (server == null) {
      throw new IllegalArgumentException("no Ollama " + order.server());
    }
    ScopedValue.where(Passage.CURRENT, order.passage())
        .run(() -> server.ask(order.operation(), order.json(), reply));
  }
}
