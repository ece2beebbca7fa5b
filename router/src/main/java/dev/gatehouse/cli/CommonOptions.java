package dev.gatehouse.cli;

import dev.gatehouse.config.GatehouseConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that nearly every verb takes. */
final class CommonOptions {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--data", paramLabel = "DIR", description = "Data folder; default ~/.gatehouse.")
  private @Nullable Path data;

  /** The file that is used; empty where everything is at its default. */
  Optional<Path> file() {
    return config.file();
  }

  /**
   * Reads the configuration.
   *
   * @throws dev.gatehouse.config.ConfigException with every error at once
   */
  GatehouseConfig load() {
    return config.load(data);
  }
}
