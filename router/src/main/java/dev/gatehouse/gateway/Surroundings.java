package dev.gatehouse.gateway;

import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.config.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is there without being configured: an Ollama on its usual port, and keys in the environment.
 */
final class Surroundings {
  private final Map<String, String> environment;

  Surroundings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Ollama on its usual port; whether it answers is for discovery to tell. */
  static ProviderConfig ollama() {
    return ProviderConfig.of("ollama", ProviderKind.OLLAMA, Optional.empty(), Optional.empty());
  }

  /** The model that comes with the gateway. */
  static ProviderConfig embedded() {
    return ProviderConfig.of("embedded", ProviderKind.EMBEDDED, Optional.empty(), Optional.empty());
  }

  /** A provider for each API key in the environment. */
  List<ProviderConfig> cloud() {
    List<ProviderConfig> found = new ArrayList<>();
    key("OPENAI_API_KEY").ifPresent(key -> found.add(vendor("openai", ProviderKind.OPENAI, key)));
    key("ANTHROPIC_API_KEY")
        .ifPresent(key -> found.add(vendor("anthropic", ProviderKind.ANTHROPIC, key)));
    key("GEMINI_API_KEY").ifPresent(key -> found.add(vendor("gemini", ProviderKind.GEMINI, key)));
    key("ZHIPU_API_KEY")
        .ifPresent(
            key -> found.add(compatible("zhipu", "https://api.z.ai/api/paas/v4", key, "glm-4.7")));
    key("MINIMAX_API_KEY")
        .ifPresent(
            key ->
                found.add(compatible("minimax", "https://api.minimax.io/v1", key, "MiniMax-M2.1")));
    return found;
  }

  private Optional<Secret> key(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(String::strip)
        .map(Secret::new);
  }

  private static ProviderConfig vendor(String name, ProviderKind kind, Secret key) {
    return ProviderConfig.of(name, kind, Optional.empty(), Optional.of(key));
  }

  private static ProviderConfig compatible(String name, String baseUrl, Secret key, String model) {
    ProviderConfig plain =
        ProviderConfig.of(
            name,
            ProviderKind.OPENAI_COMPATIBLE,
            Optional.of(URI.create(baseUrl)),
            Optional.of(key));
    return new ProviderConfig(
        plain.name(),
        plain.kind(),
        plain.locality(),
        plain.baseUrl(),
        plain.apiKey(),
        List.of(ModelConfig.of(model)),
        plain.silenceTimeout(),
        plain.maxConcurrent(),
        plain.weights(),
        plain.engine());
  }
}
