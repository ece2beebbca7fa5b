package dev.gatehouse.cli;

import dev.gatehouse.config.ConfigLoader;
import dev.gatehouse.config.GatehouseConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every verb takes. */
final class CommonOptions {
  private static final Path USUAL = Path.of("gatehouse.yaml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file; default gatehouse.yaml in the current folder, where there is one.")
  private @Nullable Path config;

  @Option(names = "--data", paramLabel = "DIR", description = "Data folder; default ~/.gatehouse.")
  private @Nullable Path data;

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
    return new ConfigLoader(System.getenv()).load(file(), Optional.ofNullable(data));
  }
}
