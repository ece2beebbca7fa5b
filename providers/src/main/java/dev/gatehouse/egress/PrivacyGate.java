package dev.gatehouse.egress;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import java.util.Map;
import java.util.Set;

/** Decides what may leave. Fails closed: what it does not know counts as local-only. */
public final class PrivacyGate {
  private static final byte[] NOTHING = {};

  private final Map<PrivacyClass, PrivacyTreatment> rules;
  private final boolean airGapped;

  /**
   * @param rules a treatment for every class; a class without one is local-only
   * @param airGapped whether nothing at all may go to a CLOUD destination
   */
  public PrivacyGate(Map<PrivacyClass, PrivacyTreatment> rules, boolean airGapped) {
    this.rules = Map.copyOf(rules);
    this.airGapped = airGapped;
  }

  /**
   * Admits a request.
   *
   * @param classes everything found in it; empty counts as UNSCANNABLE
   * @param asked the strictest of what header, key and operator ask for; can only tighten
   */
  public Passage admit(String requestId, Set<PrivacyClass> classes, PrivacyTreatment asked) {
    Set<PrivacyClass> found = classes.isEmpty() ? Set.of(PrivacyClass.UNSCANNABLE) : classes;
    PrivacyTreatment treatment = airGapped ? PrivacyTreatment.LOCAL_ONLY : asked;
    for (PrivacyClass each : found) {
      treatment = treatment.stricter(rules.getOrDefault(each, PrivacyTreatment.LOCAL_ONLY));
    }
    return new Passage(requestId, found, treatment);
  }

  /**
   * Clears one call of an admitted request.
   *
   * @throws NotClearedException if the passage does not permit the destination
   */
  Clearance clear(Passage passage, Destination destination, byte[] payload) {
    if (!passage.permits(destination.locality())
        || (airGapped && destination.locality() == Locality.CLOUD)) {
      throw new NotClearedException(
          passage.requestId() + ": " + passage.treatment() + " forbids " + destination.name());
    }
    return new Clearance(passage.requestId(), destination, payload.clone());
  }

  /**
   * Clears a question of the gateway's own that carries nothing of any client: listing models, say.
   *
   * @param question fixed text of the gateway, or a model's name
   * @throws NotClearedException if the gateway is air-gapped and the destination is CLOUD
   */
  Clearance clearProbe(Destination destination, byte[] question) {
    if (airGapped && destination.locality() == Locality.CLOUD) {
      throw new NotClearedException("air-gapped: " + destination.name() + " is not asked anything");
    }
    return new Clearance("probe", destination, question.length == 0 ? NOTHING : question.clone());
  }
}
