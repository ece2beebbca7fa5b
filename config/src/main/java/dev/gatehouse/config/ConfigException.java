package dev.gatehouse.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; carries every error found, in file order. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigError> errors;

  /**
   * @param errors at least one
   */
  public ConfigException(List<ConfigError> errors) {
    super(errors.stream().map(ConfigError::toString).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /** Every error found, in file order. */
  public List<ConfigError> errors() {
    return errors;
  }
}
