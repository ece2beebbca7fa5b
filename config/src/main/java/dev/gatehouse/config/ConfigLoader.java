package dev.gatehouse.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the configuration file (YAML, kebab-case keys) into a {@link GatehouseConfig}. Immutable;
 * any thread may use it.
 */
public final class ConfigLoader {
  private final Map<String, String> environment;

  /**
   * @param environment what {@code ${NAME}} in the file stands for; usually {@link System#getenv()}
   */
  public ConfigLoader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Reads and validates a configuration.
   *
   * @param file the file to read; empty means every value at its default
   * @param dataDirectory overrides the default {@code ~/.gatehouse}
   * @throws ConfigException with every error at once
   */
  public GatehouseConfig load(Optional<Path> file, Optional<Path> dataDirectory) {
    Path data =
        dataDirectory.orElseGet(() -> Path.of(System.getProperty("user.home"), ".gatehouse"));
    return file.map(written -> read(written, data)).orElseGet(() -> GatehouseConfig.defaults(data));
  }

  private GatehouseConfig read(Path file, Path dataDirectory) {
    YamlFile yaml = new YamlFile(file, new Interpolation(environment));
    return GatehouseSection.read(yaml.root(), dataDirectory);
  }
}
