package dev.gatehouse.cli;

import dev.gatehouse.config.ConfigLoader;
import dev.gatehouse.config.GatehouseConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the configuration. */
final class ConfigOption {
  private static final Path USUAL = Path.of("gatehouse.yaml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file; default gatehouse.yaml in the current folder, where there is one.")
  private @Nullable Path config;

  /** The file that is used; empty where everything is at its default. */
  Optional<Path> file() {
    return Optional.ofNullable(config)
        .or(() -> Files.exists(USUAL) ? Optional.of(USUAL) : Optional.empty());
  }

  /**
   * Reads the configuration.
   *
   * @throws dev.gatehouse.config.ConfigException with every error at once
   */
  GatehouseConfig load() {
    return load(null);
  }

  /**
   * Reads the configuration.
   *
   * @param data the data folder that was asked for; null for the usual one
   * @throws dev.gatehouse.config.ConfigException with every error at once
   */
  GatehouseConfig load(@Nullable Path data) {
    return new ConfigLoader(System.getenv()).load(file(), Optional.ofNullable(data));
  }
}
