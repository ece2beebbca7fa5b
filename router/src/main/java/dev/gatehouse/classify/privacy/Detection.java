package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Detector;
import java.util.List;

/**
 * What finds and what judges.
 *
 * @param detectors all of them read every text; one that stands for several finders ({@code
 *     IdentifierDetector}) has an order of its own within
 */
record Detection(List<Detector> detectors, Appraiser appraiser) {

  Detection {
    detectors = List.copyOf(detectors);
  }

  /** The same without the rule that data which nobody can read is held back. */
  Detection ofReadable() {
    return new Detection(
        detectors.stream().filter(each -> !(each instanceof OpaqueDataDetector)).toList(),
        appraiser);
  }
}
