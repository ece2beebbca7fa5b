package dev.gatehouse.egress;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import java.util.Set;

/**
 * The gate's word on one request: how private it is, and where it may therefore go. Made by {@link
 * PrivacyGate#admit} alone; carried through a call in {@link #CURRENT}.
 */
public final class Passage {

  /** The passage of the request that the current thread serves. */
  public static final ScopedValue<Passage> CURRENT = ScopedValue.newInstance();

  private final String requestId;
  private final Set<PrivacyClass> classes;
  private final PrivacyTreatment treatment;

  Passage(String requestId, Set<PrivacyClass> classes, PrivacyTreatment treatment) {
    this.requestId = requestId;
    this.classes = Set.copyOf(classes);
    this.treatment = treatment;
  }

  /** The request's id, as in the response header. */
  public String requestId() {
    return requestId;
  }

  /** Every class found in the request. */
  public Set<PrivacyClass> classes() {
    return classes;
  }

  /** The strictest treatment that holds for it. */
  public PrivacyTreatment treatment() {
    return treatment;
  }

  /** Whether the request as it stands may go to a destination of that locality. */
  public boolean permits(Locality locality) {
    return switch (locality) {
      case LOCAL -> true;
      case CLOUD -> treatment == PrivacyTreatment.CLOUD_OK;
    };
  }
}
