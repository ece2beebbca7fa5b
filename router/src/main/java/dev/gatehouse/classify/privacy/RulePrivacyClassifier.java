package dev.gatehouse.classify.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.PrivacyReport;
import java.util.List;

/**
 * Finds private values by exact rules: payment cards, account numbers, e-mail addresses, keys and
 * passwords; and reports what it cannot read. It reads every string, key and number of a document,
 * whatever dialect the document is in and whichever turn it belongs to.
 *
 * <p>Values that are known from documentation (user@example.com, 4111 1111 1111 1111) count like
 * any other: a value that is wrongly held back costs a slower answer, one that is wrongly let out
 * cannot be called back.
 */
public final class RulePrivacyClassifier implements PrivacyClassifier {

  private final List<Detector> detectors;
  private final ScanLimits limits;

  /** Scans within the default limits, with no words of the customer's own. */
  public RulePrivacyClassifier() {
    this(ScanLimits.defaults(), List.of());
  }

  /**
   * Scans within the given limits.
   *
   * @param dictionary the customer's own words, each of two characters or more
   */
  public RulePrivacyClassifier(ScanLimits limits, List<String> dictionary) {
    this.limits = limits;
    this.detectors =
        List.of(
            new CardDetector(),
            new IbanDetector(),
            new EmailDetector(),
            new KeyFormatDetector(KeyFormats.ALL),
            new DottedTokenDetector(),
            new TelegramTokenDetector(),
            new PemDetector(),
            new UrlPasswordDetector(),
            new AwsSecretDetector(),
            new AssignmentDetector(),
            new OpaqueDataDetector(),
            new DictionaryDetector(dictionary));
  }

  /**
   * Findings in document order. Offsets count code points of the string at the finding's path; for
   * a key the path is its member's, for a number the offsets count characters of its digits; a
   * whole part, or a value that was not scanned, has the offsets 0 and 0.
   */
  @Override
  public PrivacyReport scan(JsonNode document) {
    DocumentScan scan = new DocumentScan(detectors, limits);
    scan.scan(document, Pointer.ROOT, "");
    return new PrivacyReport(scan.findings());
  }
}
