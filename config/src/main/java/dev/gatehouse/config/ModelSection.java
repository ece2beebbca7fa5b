package dev.gatehouse.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** One entry of a provider's {@code models}: a name, or a mapping with {@code id}. */
final class ModelSection {
  private ModelSection() {}

  /** The key {@code models} of a provider: each model once; empty if it is not written. */
  static List<ModelConfig> readAll(YamlMapping provider) {
    UniqueNames ids = new UniqueNames();
    return provider.list("models").stream()
        .map(model -> read(model, ids))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ModelConfig> read(YamlValue entry, UniqueNames ids) {
    Optional<ModelConfig> model =
        entry.isScalar() ? entry.as(ScalarTypes.TEXT).map(ModelConfig::of) : read(entry.mapping());
    model.ifPresent(present -> ids.add(present.id(), entry));
    return model;
  }

  private static Optional<ModelConfig> read(YamlMapping section) {
    Optional<String> id = section.required("id", ScalarTypes.TEXT);
    ModelConfig draft =
        new ModelConfig(
            id.orElse("unnamed"),
            capabilities(section),
            section
                .scalar("context-tokens", ScalarTypes.integer(1, ScalarTypes.LARGEST))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty()),
            section.scalar("input-price", ScalarTypes.AMOUNT),
            section.scalar("output-price", ScalarTypes.AMOUNT),
            section
                .scalar("quality", ScalarTypes.SHARE)
                .map(share -> OptionalDouble.of(share.doubleValue()))
                .orElse(OptionalDouble.empty()));
    section.rejectUnknownKeys();
    return id.map(_ -> draft);
  }

  private static Set<Capability> capabilities(YamlMapping section) {
    Set<Capability> capabilities = new HashSet<>();
    for (YamlValue word : section.list("capabilities")) {
      word.as(ScalarTypes.oneOf(Capability.class)).ifPresent(capabilities::add);
    }
    return capabilities;
  }
}
