package dev.gatehouse.classify.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.classify.privacy.context.Context;
import dev.gatehouse.classify.privacy.finance.Finance;
import dev.gatehouse.classify.privacy.health.Health;
import dev.gatehouse.classify.privacy.identifiers.Identifiers;
import dev.gatehouse.classify.privacy.names.Names;
import dev.gatehouse.classify.privacy.secrets.Secrets;
import dev.gatehouse.classify.privacy.text.Appraiser;
import dev.gatehouse.classify.privacy.text.Appraisers;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Surroundings;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds private values by exact rules: payment cards, account numbers, e-mail addresses, keys and
 * passwords; and reports what it cannot read. It reads every string, key and number of a document,
 * whatever dialect the document is in and whichever turn it belongs to.
 *
 * <p>Values that are known from documentation (user@example.com, 4111 1111 1111 1111) count like
 * any other: a value that is wrongly held back costs a slower answer, one that is wrongly let out
 * cannot be called back.
 */
public final class LexicalPrivacyClassifier implements PrivacyClassifier {

  private final ScanLimits limits;
  private final List<Detector> detectors;
  private final Appraiser appraiser;

  /** Scans within the default limits, with no words of the customer's own. */
  public LexicalPrivacyClassifier() {
    this(ScanLimits.defaults(), List.of());
  }

  /**
   * Scans within the given limits.
   *
   * @param dictionary the customer's own words, each of two characters or more
   */
  public LexicalPrivacyClassifier(ScanLimits limits, List<String> dictionary) {
    this(limits, dictionary, Names.tagger(), Context.appraiser());
  }

  /**
   * Scans with another tagger of names and another judge of whose they are: in training, with such
   * as have not seen the text.
   */
  public LexicalPrivacyClassifier(
      ScanLimits limits, List<String> dictionary, Detector names, Appraiser whose) {
    this.limits = limits;
    this.detectors =
        Stream.of(
                Identifiers.detectors(),
                Secrets.detectors(),
                Health.detectors(),
                Finance.detectors(),
                List.of(names, new OpaqueDataDetector(), new DictionaryDetector(dictionary)))
            .flatMap(List::stream)
            .toList();
    this.appraiser = Appraisers.of(List.of(Health.appraiser(), whose));
  }

  /**
   * Findings in document order. Offsets count code points of the string at the finding's path; for
   * a key the path is its member's, for a number the offsets count characters of its digits; a
   * whole part, or a value that was not scanned, has the offsets 0 and 0.
   */
  @Override
  public PrivacyReport scan(JsonNode document) {
    DocumentScan scan = new DocumentScan(detectors, appraiser, limits);
    scan.scan(document, Pointer.ROOT, Surroundings.NONE);
    return new PrivacyReport(scan.findings());
  }
}
