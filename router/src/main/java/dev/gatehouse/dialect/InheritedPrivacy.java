package dev.gatehouse.dialect;

import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import java.util.EnumSet;
import java.util.Set;

/**
 * How private the earlier turns are that a request goes on from. It can only tighten what is found
 * in the request itself.
 *
 * @param classes found in them; empty where there are none
 * @param treatment the strictest that held for them
 */
public record InheritedPrivacy(Set<PrivacyClass> classes, PrivacyTreatment treatment) {

  /** Of a request without earlier turns. */
  public static final InheritedPrivacy NONE =
      new InheritedPrivacy(Set.of(), PrivacyTreatment.CLOUD_OK);

  public InheritedPrivacy {
    classes = Set.copyOf(classes);
  }

  /** Both together. */
  public InheritedPrivacy and(InheritedPrivacy other) {
    Set<PrivacyClass> all = EnumSet.noneOf(PrivacyClass.class);
    all.addAll(classes);
    all.addAll(other.classes);
    return new InheritedPrivacy(all, treatment.stricter(other.treatment));
  }
}
