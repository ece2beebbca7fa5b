package dev.gatehouse.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One entry of {@code providers}. */
final class ProviderSection {
  private final YamlMapping section;
  private final Preset preset;
  private final UniqueNames names;

  ProviderSection(YamlMapping section, Preset preset, UniqueNames names) {
    this.section = section;
    this.preset = preset;
    this.names = names;
  }

  /** Empty if the entry is wrong in a way that leaves nothing to go on with. */
  Optional<ProviderConfig> read() {
    Optional<String> name = section.required("name", ScalarTypes.PROVIDER_NAME);
    name.ifPresent(given -> section.value("name").ifPresent(place -> names.add(given, place)));
    Optional<ProviderKind> kind = section.required("kind", ScalarTypes.oneOf(ProviderKind.class));
    ProviderConfig draft = draft(name.orElse("unnamed"), kind.orElse(ProviderKind.OLLAMA));
    section.rejectUnknownKeys();
    if (kind.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    checkKeysOfKind(draft.kind());
    checkLocality(draft);
    return Optional.of(draft);
  }

  private ProviderConfig draft(String name, ProviderKind kind) {
    Optional<URI> baseUrl = section.scalar("base-url", ScalarTypes.HTTP_URL);
    Duration silence =
        section
            .scalar("silence-timeout", ScalarTypes.DURATION)
            .orElse(ProviderConfig.DEFAULT_SILENCE_TIMEOUT);
    int concurrent =
        section
            .scalar("max-concurrent", ScalarTypes.integer(1, ScalarTypes.LARGEST))
            .orElse(ProviderConfig.DEFAULT_MAX_CONCURRENT);
    return new ProviderConfig(
        name,
        kind,
        section
            .scalar("locality", ScalarTypes.oneOf(Locality.class))
            .orElse(kind.defaultLocality()),
        baseUrl.or(kind::defaultBaseUrl),
        section.scalar("api-key", ScalarTypes.SECRET),
        models(),
        silence,
        concurrent,
        section.scalar("weights", ScalarTypes.PATH_OR_URL).map(this::weights),
        section.scalar("engine", ScalarTypes.PATH).map(this::engine));
  }

  private List<ModelConfig> models() {
    UniqueNames ids = new UniqueNames();
    return section.list("models").stream()
        .map(model -> ModelSection.read(model, ids))
        .flatMap(Optional::stream)
        .toList();
  }

  private String weights(String written) {
    return written.matches("https?://.*") ? written : besideTheFile(Path.of(written));
  }

  /** A bare name is looked for on the PATH. */
  private String engine(Path written) {
    return written.getNameCount() > 1 ? besideTheFile(written) : written.toString();
  }

  private String besideTheFile(Path written) {
    return section.context().resolve(written).toString();
  }

  private void checkKeysOfKind(ProviderKind kind) {
    switch (kind) {
      case EMBEDDED -> rejectKeys(kind, "base-url", "api-key");
      case OPENAI_COMPATIBLE -> {
        section.requireKey("base-url", ScalarTypes.HTTP_URL);
        rejectKeys(kind, "weights", "engine");
      }
      case OLLAMA, OPENAI, ANTHROPIC, GEMINI -> rejectKeys(kind, "weights", "engine");
    }
  }

  private void rejectKeys(ProviderKind kind, String... keys) {
    for (String key : keys) {
      section
          .value(key)
          .ifPresent(
              value ->
                  value.reject("no such key for kind " + ScalarTypes.word(kind), "the key " + key));
    }
  }

  private void checkLocality(ProviderConfig provider) {
    YamlValue place = section.value("locality").or(() -> section.value("kind")).orElseThrow();
    switch (provider.locality()) {
      case CLOUD -> checkCloudIsAllowed(provider, place);
      case LOCAL -> checkAddressIsLocal(provider, place);
    }
  }

  private void checkCloudIsAllowed(ProviderConfig provider, YamlValue place) {
    if (preset == Preset.AIR_GAPPED) {
      place.reject(
          "only local providers under the preset air-gapped", provider.name() + " in the cloud");
    }
    if (provider.kind() == ProviderKind.EMBEDDED) {
      place.reject("locality local for kind embedded", "cloud");
    }
  }

  private void checkAddressIsLocal(ProviderConfig provider, YamlValue place) {
    boolean vendors =
        provider.kind().defaultLocality() == Locality.CLOUD && section.value("base-url").isEmpty();
    if (vendors && provider.kind().defaultBaseUrl().isPresent()) {
      place.reject("a base-url in your own network for locality local", "the vendor's address");
    }
    provider
        .baseUrl()
        .map(URI::getHost)
        .filter(HostLiteral::isPublicAddress)
        .ifPresent(
            host -> place.reject("locality cloud for an address outside your network", host));
  }
}
