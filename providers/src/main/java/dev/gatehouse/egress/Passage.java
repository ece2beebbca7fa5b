package dev.gatehouse.egress;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import java.util.List;
import java.util.Optional;
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
  private final Optional<WithheldValues> withheld;

  /**
   * @param withheld what was taken out for CLOUD destinations; empty where nothing was
   */
  Passage(
      String requestId,
      Set<PrivacyClass> classes,
      PrivacyTreatment treatment,
      Optional<WithheldValues> withheld) {
    this.requestId = requestId;
    this.classes = Set.copyOf(classes);
    this.treatment = treatment;
    this.withheld = withheld;
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

  /**
   * Whether the request may go to a destination of that locality: to CLOUD ones in its redacted
   * form, where its treatment asks for that.
   */
  public boolean permits(Locality locality) {
    return switch (locality) {
      case LOCAL -> true;
      case CLOUD ->
          switch (treatment) {
            case CLOUD_OK -> true;
            case REDACT -> withheld.isPresent();
            case LOCAL_ONLY -> false;
          };
    };
  }

  /** How many values are replaced in what CLOUD destinations get. */
  public int replacedValues() {
    return withheld.map(WithheldValues::replaced).orElse(0);
  }

  /** Whether what is about to go to a CLOUD destination holds a value that was taken out. */
  boolean leaks(byte[] payload, List<String> beside) {
    return withheld.map(values -> values.showsIn(payload, beside)).orElse(false);
  }
}
