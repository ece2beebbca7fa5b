package dev.gatehouse.classify.privacy.finance;

import dev.gatehouse.classify.privacy.text.Detector;
import java.util.List;

/** What finds statements about somebody's money. */
public final class Finance {
  private Finance() {}

  /** One of each; safe for use by any thread. */
  public static List<Detector> detectors() {
    return List.of(new FinanceDetector());
  }
}
