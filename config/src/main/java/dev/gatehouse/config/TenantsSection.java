package dev.gatehouse.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code tenants}: whose keys have stricter privacy rules than the gateway's own. */
final class TenantsSection {
  private static final String ONLY_TIGHTENED = "a tenant's rules can only be tightened";

  private final List<YamlValue> entries;
  private final UniqueNames names = new UniqueNames();

  TenantsSection(List<YamlValue> entries) {
    this.entries = entries;
    entries.forEach(entry -> entry.mapping().value("name").ifPresent(this::note));
  }

  private void note(YamlValue name) {
    name.as(ScalarTypes.LABEL).ifPresent(given -> names.add(given, name));
  }

  /** Every name written, also of entries that are wrong elsewhere. */
  Set<String> names() {
    return names.all();
  }

  /**
   * Reads the tenants.
   *
   * @param own the gateway's own rules, which hold for every tenant as well
   */
  List<TenantConfig> read(PrivacyConfig own) {
    return entries.stream()
        .map(entry -> read(entry.mapping(), own))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<TenantConfig> read(YamlMapping section, PrivacyConfig own) {
    Optional<String> name = section.required("name", ScalarTypes.LABEL);
    PrivacyConfig base =
        section.scalar("preset", ScalarTypes.oneOf(Preset.class)).map(own::tightenedBy).orElse(own);
    PrivacyConfig privacy = privacy(section.mapping("privacy"), base);
    section.rejectUnknownKeys();
    return name.map(given -> new TenantConfig(given, privacy));
  }

  private static PrivacyConfig privacy(YamlMapping section, PrivacyConfig base) {
    PrivacyRulesReader reader = new PrivacyRulesReader(section, Optional.of(ONLY_TIGHTENED));
    PrivacyConfig.Names names = reader.names(base.names());
    Map<PrivacyClass, PrivacyTreatment> rules = reader.rules(base.rules());
    List<Path> dictionaries = new ArrayList<>(base.dictionaries());
    dictionaries.addAll(PrivacySection.files(section, "dictionaries"));
    section.rejectUnknownKeys();
    return new PrivacyConfig(
        names, rules, false, dictionaries, base.secretRules(), base.scanning(), base.judge());
  }
}
