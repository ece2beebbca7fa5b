package dev.gatehouse.gateway;

import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.config.ProviderPreset;
import dev.gatehouse.config.ProviderPresets;
import dev.gatehouse.config.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is there without being configured: an Ollama on its usual port, and keys in the environment.
 */
final class Surroundings {
  private final Map<String, String> environment;
  private final ProviderPresets presets = ProviderPresets.bundled();

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

  /**
   * A provider for each API key in the environment. Local servers of the presets are not asked:
   * what listens on port 8080 may be anything.
   */
  List<ProviderConfig> cloud() {
    List<ProviderConfig> found = new ArrayList<>();
    key("OPENAI_API_KEY").ifPresent(key -> found.add(vendor("openai", ProviderKind.OPENAI, key)));
    key("ANTHROPIC_API_KEY")
        .ifPresent(key -> found.add(vendor("anthropic", ProviderKind.ANTHROPIC, key)));
    key("GEMINI_API_KEY").ifPresent(key -> found.add(vendor("gemini", ProviderKind.GEMINI, key)));
    presets.all().forEach(preset -> offered(preset).ifPresent(found::add));
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

  private Optional<ProviderConfig> offered(ProviderPreset preset) {
    return preset.keyVariable().flatMap(this::key).map(key -> preset.provider(Optional.of(key)));
  }
}
