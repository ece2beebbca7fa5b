package dev.gatehouse.classify.privacy.text;

import java.util.List;

/** Several appraisals as one. */
public final class Appraisers {
  private Appraisers() {}

  /** One after the other, each given what the one before it returned. */
  public static Appraiser of(List<Appraiser> appraisers) {
    List<Appraiser> inOrder = List.copyOf(appraisers);
    return (text, found) -> {
      List<Match> appraised = found;
      for (Appraiser appraiser : inOrder) {
        appraised = appraiser.appraise(text, appraised);
      }
      return appraised;
    };
  }
}
