package dev.gatehouse.classify.privacy.health;

import dev.gatehouse.classify.privacy.statement.PersonNearBy;
import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Detector;
import java.util.List;

/** What finds and appraises statements about somebody's health. */
public final class Health {
  private Health() {}

  /** One of each; safe for use by any thread. */
  public static List<Detector> detectors() {
    return List.of(new HealthDetector());
  }

  /** Comes after the appraisal of names. */
  public static Appraiser appraiser() {
    return new PersonNearBy(HealthDetector.CANDIDATE, HealthDetector.STATEMENT);
  }
}
