package dev.gatehouse.classify.privacy;

import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Detector;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What finds and what judges.
 *
 * @param detectors in no order that matters
 */
record Detection(List<Detector> detectors, Appraiser appraiser) {

  Detection {
    detectors = List.copyOf(detectors);
  }

  /**
   * What takes part in each mode.
   *
   * @param rules what finds by form
   * @param names what finds names
   */
  static Map<ScanMode, Detection> byMode(
      List<Detector> rules, List<Detector> names, Appraiser appraiser) {
    Map<ScanMode, Detection> all = new EnumMap<>(ScanMode.class);
    for (ScanMode mode : ScanMode.values()) {
      all.put(
          mode,
          switch (mode) {
            case WHOLE -> new Detection(joined(rules, names), appraiser);
            case SEALED -> new Detection(joined(readable(rules), names), appraiser);
            case MODEL_NAME -> new Detection(rules, appraiser);
          });
    }
    return all;
  }

  private static List<Detector> joined(List<Detector> rules, List<Detector> names) {
    return Stream.concat(rules.stream(), names.stream()).toList();
  }

  /** Without the rule that data which nobody can read is held back. */
  private static List<Detector> readable(List<Detector> rules) {
    return rules.stream().filter(each -> !(each instanceof OpaqueDataDetector)).toList();
  }
}
