package dev.gatehouse.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code names} and {@code rules} of a section on top of those that hold without it.
 *
 * @param onlyTightened why what is written may only be stricter than the base, as a message says
 *     it; empty where it may be anything
 */
record PrivacyRulesReader(YamlMapping section, Optional<String> onlyTightened) {

  PrivacyConfig.Names names(PrivacyConfig.Names base) {
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

  Map<PrivacyClass, PrivacyTreatment> rules(Map<PrivacyClass, PrivacyTreatment> base) {
    Map<PrivacyClass, PrivacyTreatment> rules = new EnumMap<>(base);
    YamlMapping written = section.mapping("rules");
    for (PrivacyClass type : PrivacyClass.values()) {
      written
          .value(ScalarTypes.word(type))
          .ifPresent(value -> rules.compute(type, (_, before) -> rule(value, before)));
    }
    written.rejectUnknownKeys();
    return rules;
  }

  private PrivacyTreatment rule(YamlValue value, PrivacyTreatment before) {
    PrivacyTreatment rule = value.as(ScalarTypes.treatment()).orElse(before);
    if (rule.stricter(before) != rule) {
      rejectLoosening(value, before.word(), rule.word());
    }
    return rule;
  }

  /** Says that a value is too loose, where that matters. */
  void rejectLoosening(YamlValue value, String least, String found) {
    onlyTightened.ifPresent(why -> value.reject(least + ": " + why, found));
  }
}
