package dev.gatehouse.pipeline;

import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import java.util.Map;
import java.util.Set;

/**
 * How a tenant's requests are judged. The gate's own rules hold beside these, so they can only
 * tighten.
 *
 * @param rules a treatment for every class; a class without one is local-only
 */
public record PrivacyRules(TimedClassifier classifier, Map<PrivacyClass, PrivacyTreatment> rules) {

  public PrivacyRules {
    rules = Map.copyOf(rules);
  }

  /** The strictest that holds for any of these classes. */
  PrivacyTreatment treatment(Set<PrivacyClass> classes) {
    return classes.stream()
        .map(each -> rules.getOrDefault(each, PrivacyTreatment.LOCAL_ONLY))
        .reduce(PrivacyTreatment.CLOUD_OK, PrivacyTreatment::stricter);
  }
}
