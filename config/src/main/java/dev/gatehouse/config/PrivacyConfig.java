package dev.gatehouse.config;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What follows from each privacy class.
 *
 * @param names when a person's name counts as PERSONAL
 * @param rules a treatment for every class, defaults filled in
 * @param allowLoosening whether a request header may loosen a rule; off by default
 * @param dictionaries files of the customer's own words, one a line
 * @param secretRules files of rules for keys and passwords, as gitleaks writes them
 */
public record PrivacyConfig(
    Names names,
    Map<PrivacyClass, PrivacyTreatment> rules,
    boolean allowLoosening,
    List<Path> dictionaries,
    List<Path> secretRules) {

  public PrivacyConfig {
    EnumMap<PrivacyClass, PrivacyTreatment> complete = new EnumMap<>(defaultRules());
    complete.putAll(rules);
    rules = Map.copyOf(complete);
    dictionaries = List.copyOf(dictionaries);
    secretRules = List.copyOf(secretRules);
  }

  /** The privacy rules of a preset, with nothing written beside it. */
  public static PrivacyConfig of(Preset preset) {
    return new PrivacyConfig(preset.names(), preset.rules(), false, List.of(), List.of());
  }

  /** At least as strict as the preset in every rule; requests cannot loosen any. */
  PrivacyConfig tightenedBy(Preset preset) {
    EnumMap<PrivacyClass, PrivacyTreatment> stricter = new EnumMap<>(rules);
    preset.rules().forEach((type, rule) -> stricter.merge(type, rule, PrivacyTreatment::stricter));
    Names strictest = preset.names() == Names.ALWAYS ? Names.ALWAYS : names;
    return new PrivacyConfig(strictest, stricter, false, dictionaries, secretRules);
  }

  /**
   * SECRET, HEALTH, CUSTOMER and UNSCANNABLE stay local; FINANCIAL and PERSONAL are redacted; the
   * rest may go to the cloud.
   */
  public static Map<PrivacyClass, PrivacyTreatment> defaultRules() {
    return Map.of(
        PrivacyClass.PUBLIC, PrivacyTreatment.CLOUD_OK,
        PrivacyClass.INTERNAL, PrivacyTreatment.CLOUD_OK,
        PrivacyClass.PERSONAL, PrivacyTreatment.REDACT,
        PrivacyClass.FINANCIAL, PrivacyTreatment.REDACT,
        PrivacyClass.HEALTH, PrivacyTreatment.LOCAL_ONLY,
        PrivacyClass.CUSTOMER, PrivacyTreatment.LOCAL_ONLY,
        PrivacyClass.UNSCANNABLE, PrivacyTreatment.LOCAL_ONLY,
        PrivacyClass.SECRET, PrivacyTreatment.LOCAL_ONLY);
  }

  /** When a person's name counts as PERSONAL. */
  public enum Names {
    /** Where the text makes it a private person's: the default. */
    CONTEXT,
    /** Always. */
    ALWAYS
  }
}
