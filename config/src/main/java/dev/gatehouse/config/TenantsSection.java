package dev.gatehouse.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code tenants}: whose keys have stricter privacy rules than the gateway's own. */
final class TenantsSection {
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
    PrivacyConfig.Names names = names(section, base.names());
    Map<PrivacyClass, PrivacyTreatment> rules = rules(section.mapping("rules"), base.rules());
    List<Path> dictionaries = new ArrayList<>(base.dictionaries());
    dictionaries.addAll(PrivacySection.files(section, "dictionaries"));
    section.rejectUnknownKeys();
    return new PrivacyConfig(
        names, rules, false, dictionaries, base.secretRules(), base.scanning(), base.judge());
  }

  private static PrivacyConfig.Names names(YamlMapping section, PrivacyConfig.Names base) {
    Optional<PrivacyConfig.Names> written =
        section.scalar("names", ScalarTypes.oneOf(PrivacyConfig.Names.class));
    boolean loosens =
        base == PrivacyConfig.Names.ALWAYS
            && written.equals(Optional.of(PrivacyConfig.Names.CONTEXT));
    if (loosens) {
      section.value("names").ifPresent(value -> rejectLoosening(value, "always", "context"));
    }
    return written.orElse(base);
  }

  private static Map<PrivacyClass, PrivacyTreatment> rules(
      YamlMapping written, Map<PrivacyClass, PrivacyTreatment> base) {
    Map<PrivacyClass, PrivacyTreatment> rules = new EnumMap<>(base);
    for (PrivacyClass type : PrivacyClass.values()) {
      written
          .value(ScalarTypes.word(type))
          .ifPresent(value -> rules.compute(type, (_, before) -> rule(value, before)));
    }
    written.rejectUnknownKeys();
    return rules;
  }

  private static PrivacyTreatment rule(YamlValue value, PrivacyTreatment before) {
    PrivacyTreatment rule = value.as(ScalarTypes.treatment()).orElse(before);
    if (rule.stricter(before) != rule) {
      rejectLoosening(value, before.word(), rule.word());
    }
    return rule;
  }

  private static void rejectLoosening(YamlValue value, String least, String found) {
    value.reject(least + ": a tenant's rules can only be tightened", found);
  }
}
