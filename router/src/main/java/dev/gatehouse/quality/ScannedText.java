package dev.gatehouse.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.json.Json;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A labelled text and what a classifier found in it.
 *
 * @param findings with a place in the text, titles left out
 */
record ScannedText(LabelledText labelled, List<Finding> findings, PrivacyClass highest) {

  static ScannedText of(LabelledText labelled, PrivacyClassifier classifier) {
    PrivacyReport report = classifier.scan(document(labelled));
    List<Finding> placed =
        report.findings().stream()
            .filter(finding -> finding.end() > finding.start())
            .filter(finding -> finding.type() != FindingType.TITLE)
            .toList();
    return new ScannedText(labelled, placed, report.highest());
  }

  /** As the command {@code classify} reads a text. */
  static JsonNode document(LabelledText labelled) {
    return Json.object().put("text", labelled.text());
  }

  /** Whether findings of any type cover half of a value. */
  boolean covers(LabelledSpan span) {
    return isHalf(span, covered(Set.of(FindingType.values()), PrivacyClass.PUBLIC));
  }

  /** Whether findings of these types cover half of a value. */
  boolean covers(LabelledSpan span, Set<FindingType> types) {
    return isHalf(span, covered(types, PrivacyClass.PUBLIC));
  }

  /** Whether findings of class PERSONAL or higher cover half of a value. */
  boolean redacts(LabelledSpan span) {
    return isHalf(span, covered(Set.of(FindingType.values()), PrivacyClass.PERSONAL));
  }

  /** Whether a finding lies on the values: half of it in them, or half of one of them in it. */
  static boolean isRight(Finding finding, List<LabelledSpan> spans) {
    int inside = 0;
    for (LabelledSpan span : spans) {
      int common = Math.min(span.end(), finding.end()) - Math.max(span.start(), finding.start());
      if (common > 0 && 2 * common >= span.length()) {
        return true;
      }
      inside += Math.max(0, common);
    }
    return 2 * inside >= finding.end() - finding.start();
  }

  private static boolean isHalf(LabelledSpan span, BitSet covered) {
    return 2 * covered.get(span.start(), span.end()).cardinality() >= span.length();
  }

  private BitSet covered(Set<FindingType> types, PrivacyClass least) {
    BitSet covered = new BitSet();
    for (Finding finding : findings) {
      if (types.contains(finding.type()) && finding.privacyClass().rank() >= least.rank()) {
        covered.set(finding.start(), finding.end());
      }
    }
    return covered;
  }
}
