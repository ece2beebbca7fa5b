package dev.gatehouse.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One upstream.
 *
 * @param name unique, {@code [a-z0-9][a-z0-9._-]*}; the part before the slash in {@code
 *     provider/model}
 * @param locality as written, else the kind's default
 * @param baseUrl as written, else the kind's public address; for EMBEDDED unused
 * @param apiKey sent upstream; never printed
 * @param models the models to offer; empty means "whatever the provider lists"
 * @param silenceTimeout longest wait for the first byte of an answer, model load and prompt reading
 *     included, and between two parts of it; default 5 minutes
 * @param maxConcurrent requests in flight at once, at least 1; empty leaves it to the provider
 * @param weights EMBEDDED only: path or URL of a GGUF file; empty means the default toy model
 * @param engine EMBEDDED only: path of a {@code llama-server} binary; empty means PATH, then the
 *     bundled natives
 */
public record ProviderConfig(
    String name,
    ProviderKind kind,
    Locality locality,
    Optional<URI> baseUrl,
    Optional<Secret> apiKey,
    List<ModelConfig> models,
    Duration silenceTimeout,
    OptionalInt maxConcurrent,
    Optional<String> weights,
    Optional<String> engine) {

  /** {@link #silenceTimeout} of a provider whose entry does not say. */
  public static final Duration DEFAULT_SILENCE_TIMEOUT = Duration.ofMinutes(5);

  /** {@link #maxConcurrent} of a provider that does not say, and has no other need. */
  public static final int DEFAULT_MAX_CONCURRENT = 256;

  static final String NAME_PATTERN = "[a-z0-9][a-z0-9._-]*";

  public ProviderConfig {
    models = List.copyOf(models);
    if (!name.matches(NAME_PATTERN)) {
      throw new IllegalArgumentException("not a provider's name: " + name);
    }
    if (!silenceTimeout.isPositive() || maxConcurrent.orElse(1) < 1) {
      throw new IllegalArgumentException(
          name + ": silence-timeout and max-concurrent must be above 0");
    }
  }

  /**
   * A provider with every optional value at its default.
   *
   * @param baseUrl empty means the kind's default, if it has one
   */
  public static ProviderConfig of(
      String name, ProviderKind kind, Optional<URI> baseUrl, Optional<Secret> apiKey) {
    return new ProviderConfig(
        name,
        kind,
        kind.defaultLocality(),
        baseUrl.or(kind::defaultBaseUrl),
        apiKey,
        List.of(),
        DEFAULT_SILENCE_TIMEOUT,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Where the provider is: as written, else its kind's public address.
   *
   * @throws IllegalArgumentException if neither is known
   */
  public URI requireBaseUrl() {
    return baseUrl
        .or(kind::defaultBaseUrl)
        .orElseThrow(() -> new IllegalArgumentException(name + ": no base-url"));
  }
}
