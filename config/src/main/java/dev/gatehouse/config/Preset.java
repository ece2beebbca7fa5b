package dev.gatehouse.config;

import java.util.EnumMap;
import java.util.Map;

/**
 * A named starting point for the policy. What the file says beside it wins; REGULATED, HIPAA and
 * AIR_GAPPED can only be tightened.
 */
public enum Preset {
  /** One developer: local where it does, cloud for the rest; the same values as HYBRID today. */
  INDIVIDUAL(Quality.BALANCED, false),
  /** Local for private and easy requests, cloud for hard ones: the default. */
  HYBRID(Quality.BALANCED, false),
  /** Everything that is not plainly public stays local. */
  REGULATED(Quality.BALANCED, true),
  /** Nothing goes out at all, not even what is plainly public; local models and local spending. */
  HIPAA(Quality.BALANCED, true),
  /** Best answers first. */
  CREATOR(Quality.BEST, false),
  /** No cloud provider is constructed at all; the rules are REGULATED's. */
  AIR_GAPPED(Quality.BALANCED, true);

  private final Quality quality;
  private final boolean strict;

  Preset(Quality quality, boolean strict) {
    this.quality = quality;
    this.strict = strict;
  }

  /** What a request gets that does not say. */
  public Quality quality() {
    return quality;
  }

  /** Whether the file may only tighten what the preset sets. */
  public boolean isStrict() {
    return strict;
  }

  /** When a person's name counts as PERSONAL. */
  public PrivacyConfig.Names names() {
    return strict ? PrivacyConfig.Names.ALWAYS : PrivacyConfig.Names.CONTEXT;
  }

  /**
   * A treatment for every class: under a strict preset all but PUBLIC stay local, under HIPAA that
   * too.
   */
  public Map<PrivacyClass, PrivacyTreatment> rules() {
    if (!strict) {
      return PrivacyConfig.defaultRules();
    }
    EnumMap<PrivacyClass, PrivacyTreatment> rules = new EnumMap<>(PrivacyClass.class);
    for (PrivacyClass type : PrivacyClass.values()) {
      rules.put(type, PrivacyTreatment.LOCAL_ONLY);
    }
    if (this != HIPAA) {
      rules.put(PrivacyClass.PUBLIC, PrivacyTreatment.CLOUD_OK);
    }
    return Map.copyOf(rules);
  }
}
