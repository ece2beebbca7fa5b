package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Detector;
import java.util.List;

/** Every detector of values that their form gives away. */
public final class Identifiers {
  private Identifiers() {}

  /** One of each; safe for use by any thread. */
  public static List<Detector> detectors() {
    return List.of(
        new CardDetector(), new IbanDetector(), new EmailDetector(), new IdentifierDetector());
  }
}
