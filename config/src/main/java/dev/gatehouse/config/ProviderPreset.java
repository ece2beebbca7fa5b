package dev.gatehouse.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a server or vendor that many use: what {@code preset} of a provider's entry
 * fills in where the entry is silent.
 *
 * @param name its word in the file, as in {@code groq}
 * @param baseUrl up to and including the version, as in {@code /v1}
 * @param keyVariable the environment variable where its own tools look for the API key; empty where
 *     no key is asked for
 * @param models what it serves; empty means "whatever it lists"
 */
public record ProviderPreset(
    String name,
    Locality locality,
    URI baseUrl,
    Optional<String> keyVariable,
    List<ModelConfig> models) {

  public ProviderPreset {
    models = List.copyOf(models);
  }

  /** A provider of the preset's own name, with everything that the preset knows. */
  public ProviderConfig provider(Optional<Secret> apiKey) {
    return new ProviderConfig(
        name,
        ProviderKind.OPENAI_COMPATIBLE,
        locality,
        Optional.of(baseUrl),
        apiKey,
        models,
        ProviderConfig.DEFAULT_SILENCE_TIMEOUT,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
