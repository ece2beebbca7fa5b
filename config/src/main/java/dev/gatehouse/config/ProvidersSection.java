package dev.gatehouse.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code providers}: the list of upstreams. */
final class ProvidersSection {
  private final List<YamlValue> entries;
  private final Preset preset;
  private final ProviderPresets known = ProviderPresets.bundled();
  private final UniqueNames names = new UniqueNames();

  ProvidersSection(List<YamlValue> entries, Preset preset) {
    this.entries = entries;
    this.preset = preset;
  }

  List<ProviderConfig> read() {
    return entries.stream()
        .map(entry -> new ProviderSection(entry.mapping(), preset, known, names).read())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Every name written, also of entries that are wrong elsewhere; known after {@link #read}. */
  Set<String> names() {
    return names.all();
  }
}
