package dev.gatehouse.config;

/** What may happen to a request of some privacy class; later constants are stricter. */
public enum PrivacyTreatment {
  /** May go to the cloud as it is ({@code cloud}). */
  CLOUD_OK("cloud"),
  /** May go to the cloud only after pseudonymisation ({@code redact}). */
  REDACT("redact"),
  /** Must stay on LOCAL destinations ({@code local}). */
  LOCAL_ONLY("local");

  private final String word;

  PrivacyTreatment(String word) {
    this.word = word;
  }

  /** Its word in the configuration file and in the {@code x-gatehouse-privacy} header. */
  public String word() {
    return word;
  }

  /** The stricter of the two. */
  public PrivacyTreatment stricter(PrivacyTreatment other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
