package dev.gatehouse.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One entry of {@code providers}. */
final class ProviderSection {
  private final YamlMapping section;
  private final Preset policy;
  private final ProviderPresets presets;
  private final UniqueNames names;

  ProviderSection(YamlMapping section, Preset policy, ProviderPresets presets, UniqueNames names) {
    this.section = section;
    this.policy = policy;
    this.presets = presets;
    this.names = names;
  }

  /** Empty if the entry is wrong in a way that leaves nothing to go on with. */
  Optional<ProviderConfig> read() {
    Optional<String> name = section.required("name", ScalarTypes.PROVIDER_NAME);
    name.ifPresent(given -> section.value("name").ifPresent(place -> names.add(given, place)));
    Optional<ProviderKind> kind = section.required("kind", ScalarTypes.oneOf(ProviderKind.class));
    Optional<ProviderPreset> preset = preset();
    ProviderConfig draft = draft(name.orElse("unnamed"), kind.orElse(ProviderKind.OLLAMA), preset);
    section.rejectUnknownKeys();
    if (kind.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    checkKeysOfKind(draft.kind());
    checkLocality(draft, preset);
    return Optional.of(draft);
  }

  private ProviderConfig draft(String name, ProviderKind kind, Optional<ProviderPreset> preset) {
    Optional<URI> baseUrl = section.scalar("base-url", ScalarTypes.HTTP_URL);
    Duration silence =
        section
            .scalar("silence-timeout", ScalarTypes.DURATION)
            .orElse(ProviderConfig.DEFAULT_SILENCE_TIMEOUT);
    OptionalInt concurrent =
        section
            .scalar("max-concurrent", ScalarTypes.integer(1, ScalarTypes.LARGEST))
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty());
    return new ProviderConfig(
        name,
        kind,
        section
            .scalar("locality", ScalarTypes.oneOf(Locality.class))
            .or(() -> preset.map(ProviderPreset::locality))
            .orElse(kind.defaultLocality()),
        baseUrl.or(() -> preset.map(ProviderPreset::baseUrl)).or(kind::defaultBaseUrl),
        section.scalar("api-key", ScalarTypes.SECRET),
        models(preset),
        silence,
        concurrent,
        section.scalar("weights", ScalarTypes.PATH_OR_URL).map(this::weights),
        section.scalar("engine", ScalarTypes.PATH).map(this::engine));
  }

  private Optional<ProviderPreset> preset() {
    Optional<String> word = section.scalar("preset", ScalarTypes.TEXT);
    Optional<ProviderPreset> preset = word.flatMap(presets::find);
    if (word.isPresent() && preset.isEmpty()) {
      String hint = NearestWord.hint("preset", word.get(), presets.names());
      section.value("preset").ifPresent(place -> place.reject(hint, word.get()));
    }
    return preset;
  }

  private List<ModelConfig> models(Optional<ProviderPreset> preset) {
    List<ModelConfig> written = ModelSection.readAll(section);
    return written.isEmpty() ? preset.map(ProviderPreset::models).orElse(written) : written;
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
      case EMBEDDED -> rejectKeys(kind, "base-url", "api-key", "preset");
      case OPENAI_COMPATIBLE -> {
        if (section.value("preset").isEmpty()) {
          section.requireKey("base-url", ScalarTypes.HTTP_URL);
        }
        rejectKeys(kind, "weights", "engine");
      }
      case OLLAMA, OPENAI, ANTHROPIC, GEMINI -> rejectKeys(kind, "weights", "engine", "preset");
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

  private void checkLocality(ProviderConfig provider, Optional<ProviderPreset> preset) {
    YamlValue place = section.value("locality").or(() -> section.value("kind")).orElseThrow();
    switch (provider.locality()) {
      case CLOUD -> checkCloudIsAllowed(provider, place);
      case LOCAL -> checkAddressIsLocal(provider, preset, place);
    }
  }

  private void checkCloudIsAllowed(ProviderConfig provider, YamlValue place) {
    if (policy == Preset.AIR_GAPPED) {
      place.reject(
          "only local providers under the preset air-gapped", provider.name() + " in the cloud");
    }
    if (provider.kind() == ProviderKind.EMBEDDED) {
      place.reject("locality local for kind embedded", "cloud");
    }
  }

  private void checkAddressIsLocal(
      ProviderConfig provider, Optional<ProviderPreset> preset, YamlValue place) {
    boolean filledIn = section.value("base-url").isEmpty() && provider.baseUrl().isPresent();
    Locality usual =
        preset.map(ProviderPreset::locality).orElseGet(provider.kind()::defaultLocality);
    if (filledIn && usual == Locality.CLOUD) {
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
