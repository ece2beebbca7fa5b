package dev.gatehouse.config;

/** What may happen to a request of some privacy class; later constants are stricter. */
public enum PrivacyTreatment {
  /** May go to the cloud as it is ({@code cloud}). */
  CLOUD_OK,
  /** May go to the cloud only after pseudonymisation ({@code redact}). */
  REDACT,
  /** Must stay on LOCAL destinations ({@code local}). */
  LOCAL_ONLY;

  /** The stricter of the two. */
  public PrivacyTreatment stricter(PrivacyTreatment other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
