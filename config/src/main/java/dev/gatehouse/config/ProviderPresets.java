package dev.gatehouse.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The presets that a provider's entry may name: immutable, read once, used by any thread. */
public final class ProviderPresets {
  private static final String RESOURCE = "provider-presets.yaml";

  private final List<ProviderPreset> presets;

  private ProviderPresets(List<ProviderPreset> presets) {
    this.presets = List.copyOf(presets);
  }

  /** The presets that come with the gateway. */
  public static ProviderPresets bundled() {
    try (InputStream resource = ProviderPresets.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(resource, RESOURCE).readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  /**
   * Reads presets as strictly as the operator's own file.
   *
   * @throws ConfigException with every mistake
   */
  static ProviderPresets parse(String yaml) {
    YamlContext context =
        new YamlContext(new Problems(RESOURCE), new Interpolation(Map.of()), Path.of(""));
    YamlMapping root = new YamlDocument(RESOURCE, context).root(yaml);
    UniqueNames names = new UniqueNames();
    List<ProviderPreset> presets =
        root.list("presets").stream()
            .map(YamlValue::mapping)
            .map(section -> preset(section, names))
            .flatMap(Optional::stream)
            .toList();
    root.rejectUnknownKeys();
    context.problems().throwIfAny();
    return new ProviderPresets(presets);
  }

  /** Every preset, in the list's order. */
  public List<ProviderPreset> all() {
    return presets;
  }

  /** The preset of this word. */
  public Optional<ProviderPreset> find(String name) {
    return presets.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  /** The words that {@link #find} knows. */
  List<String> names() {
    return presets.stream().map(ProviderPreset::name).toList();
  }

  private static Optional<ProviderPreset> preset(YamlMapping section, UniqueNames names) {
    Optional<String> name = section.required("name", ScalarTypes.PROVIDER_NAME);
    name.ifPresent(given -> section.value("name").ifPresent(place -> names.add(given, place)));
    Optional<Locality> locality = section.required("locality", ScalarTypes.oneOf(Locality.class));
    Optional<URI> baseUrl = section.required("base-url", ScalarTypes.HTTP_URL);
    Optional<String> keyVariable = section.scalar("api-key-variable", ScalarTypes.TEXT);
    List<ModelConfig> models = ModelSection.readAll(section);
    section.rejectUnknownKeys();
    if (name.isEmpty() || locality.isEmpty() || baseUrl.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProviderPreset(name.get(), locality.get(), baseUrl.get(), keyVariable, models));
  }
}
