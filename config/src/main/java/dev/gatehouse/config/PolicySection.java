package dev.gatehouse.config;

/** {@code policy}: how candidates are chosen. */
final class PolicySection {
  private PolicySection() {}

  static PolicyConfig read(YamlMapping section) {
    Preset preset = section.scalar("preset", ScalarTypes.oneOf(Preset.class)).orElse(Preset.HYBRID);
    PolicyConfig policy =
        new PolicyConfig(
            preset,
            section.scalar("quality", ScalarTypes.oneOf(Quality.class)).orElse(preset.quality()),
            section
                .scalar("unknown-price", ScalarTypes.oneOf(PolicyConfig.UnknownPrice.class))
                .orElse(PolicyConfig.UnknownPrice.REFUSE),
            new AliasesSection(section.mapping("aliases")).read());
    section.rejectUnknownKeys();
    return policy;
  }
}
