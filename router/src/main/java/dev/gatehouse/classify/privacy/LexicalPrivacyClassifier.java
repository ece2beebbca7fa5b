package dev.gatehouse.classify.privacy;

import static dev.gatehouse.config.PrivacyConfig.Names.CONTEXT;

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
import dev.gatehouse.config.PrivacyConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds private values by their form, by the words around them and by models of names; and reports
 * what it cannot read. It reads every string, key and number of a document, whatever dialect the
 * document is in and whichever turn it belongs to, as it is and decoded.
 *
 * <p>Identifiers that are known from documentation (user@example.com, 4111 1111 1111 1111) count
 * like any other: a value that is wrongly held back costs a slower answer, one that is wrongly let
 * out cannot be called back.
 */
public final class LexicalPrivacyClassifier implements PrivacyClassifier {

  private final ScanLimits limits;
  private final Map<ScanMode, Detection> detections;
  private final Optional<ScanMemory> memory;

  /** Scans within the default limits, with no words of the customer's own, remembering nothing. */
  public LexicalPrivacyClassifier() {
    this(ScanLimits.defaults(), Vocabulary.NONE);
  }

  /**
   * Scans within the given limits, remembering nothing.
   *
   * @param vocabulary the customer's own words and rules
   */
  public LexicalPrivacyClassifier(ScanLimits limits, Vocabulary vocabulary) {
    this(limits, vocabulary, CONTEXT);
  }

  /**
   * Scans within the given limits, remembering nothing.
   *
   * @param vocabulary the customer's own words and rules
   * @param names whose names are PERSONAL
   */
  public LexicalPrivacyClassifier(
      ScanLimits limits, Vocabulary vocabulary, PrivacyConfig.Names names) {
    this(
        limits, detections(vocabulary, Names.tagger(), Context.appraiser(names)), Optional.empty());
  }

  /**
   * Scans with another tagger of names and another judge of whose they are: in training, with such
   * as have not seen the text.
   */
  public LexicalPrivacyClassifier(ScanLimits limits, Detector names, Appraiser whose) {
    this(limits, detections(Vocabulary.NONE, names, whose), Optional.empty());
  }

  /**
   * Scans within the given limits what the memory does not know.
   *
   * @param names whose names are PERSONAL
   * @param memory of this classifier alone, since it depends on the vocabulary
   */
  public LexicalPrivacyClassifier(
      ScanLimits limits, Vocabulary vocabulary, PrivacyConfig.Names names, ScanMemory memory) {
    this(
        limits,
        detections(vocabulary, Names.tagger(), Context.appraiser(names)),
        Optional.of(memory));
  }

  LexicalPrivacyClassifier(
      ScanLimits limits, Map<ScanMode, Detection> detections, Optional<ScanMemory> memory) {
    this.limits = limits;
    this.detections = detections;
    this.memory = memory;
  }

  private static Map<ScanMode, Detection> detections(
      Vocabulary vocabulary, Detector names, Appraiser whose) {
    List<Detector> rules =
        Stream.of(
                Identifiers.detectors(),
                Secrets.detectors(),
                Health.detectors(),
                Finance.detectors(),
                List.of(
                    new OpaqueDataDetector(),
                    new DictionaryDetector(vocabulary.words()),
                    Secrets.detector(vocabulary.secretRules())),
                vocabulary.recognizers().stream().<Detector>map(RecognizerDetector::new).toList())
            .flatMap(List::stream)
            .toList();
    return Detection.byMode(
        rules, List.of(names), Appraisers.of(List.of(whose, Health.appraiser())));
  }

  /**
   * Findings in document order. Offsets count code points of the string at the finding's path; for
   * a key the path is its member's, for a number the offsets count characters of its digits; a
   * whole part, a number that is split over the strings of a list or object, or a value that was
   * not scanned, has the offsets 0 and 0. What is found in an encoded stretch has the whole
   * stretch's offsets.
   */
  @Override
  public PrivacyReport scan(JsonNode document) {
    StringScan strings =
        new StringScan(detections, limits.decoding(), memory.map(ScanMemory::forDocument));
    DocumentScan scan = new DocumentScan(strings, limits);
    scan.scan(document, Pointer.ROOT, Surroundings.NONE);
    return new PrivacyReport(scan.findings());
  }
}
