package dev.gatehouse.classify.privacy.text;

import java.util.List;

/**
 * Decides by what stands around the values found in one text how private each of them is: whose
 * name it is, whose illness. Keeps no state; safe for use by any thread.
 */
public interface Appraiser {

  /**
   * Appraises.
   *
   * @param found by every detector, at offsets of {@code text.text()}, in no order, some of them
   *     overlapping
   * @return the same values, each with the class that it has here; values that turn out to be none
   *     are left out
   */
  List<Match> appraise(NormalizedText text, List<Match> found);
}
