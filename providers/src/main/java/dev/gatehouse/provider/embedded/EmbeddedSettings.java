package dev.gatehouse.provider.embedded;

import dev.gatehouse.config.ProviderConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an embedded engine needs to know.
 *
 * @param providerName the provider's configured name
 * @param dataDirectory weights go to {@code models/} in it, unpacked natives to {@code engine/}
 * @param weights which model
 * @param engine path of a {@code llama-server}; empty means the one on the PATH, else the natives
 *     that come with Gatehouse
 */
public record EmbeddedSettings(
    String providerName, Path dataDirectory, WeightsSource weights, Optional<Path> engine) {

  public EmbeddedSettings {
    dataDirectory = dataDirectory.toAbsolutePath();
  }

  /**
   * The settings of a provider entry.
   *
   * @throws IllegalArgumentException if {@code weights} or {@code engine} is no path or URL
   */
  public static EmbeddedSettings of(ProviderConfig config, Path dataDirectory) {
    return new EmbeddedSettings(
        config.name(),
        dataDirectory,
        config.weights().map(WeightsSource::of).orElse(WeightsSource.Published.SMOLLM2),
        config.engine().map(Path::of));
  }
}
