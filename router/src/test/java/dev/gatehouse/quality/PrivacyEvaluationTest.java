package dev.gatehouse.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.config.PrivacyClass;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivacyEvaluationTest {

  private static final String TEXT = "0123456789 0123456789";

  @Test
  void aValueIsFoundWhereHalfOfItIsCovered() {
    var text = text(List.of(span(0, 10, "PERSON", "")));

    assertThat(evaluate(text, finding(FindingType.PERSON, 5, 12)).all().found()).isEqualTo(1);
    assertThat(evaluate(text, finding(FindingType.PERSON, 6, 12)).all().found()).isZero();
  }

  @Test
  void aTitleCountsNeitherWay() {
    var text = text(List.of(span(0, 2, "TITLE", ""), span(3, 9, "PERSON", "")));

    var figures = evaluate(text, finding(FindingType.TITLE, 0, 9));

    assertThat(figures.all()).isEqualTo(new PrivacyFigures.Values(1, 0, 0, 0));
    assertThat(figures.withMiss()).isEqualTo(1);
  }

  @Test
  void aFindingOfATypeWithoutLabelsIsLeftAside() {
    var text = text(List.of(span(0, 5, "ORG", "")));

    var figures =
        evaluate(
            text,
            finding(FindingType.ORGANIZATION, 0, 5),
            finding(FindingType.URL, 11, 21),
            finding(FindingType.ORGANIZATION, 11, 15));

    assertThat(figures.aside()).isEqualTo(1);
    assertThat(figures.all().precision()).isEqualTo(0.5);
    assertThat(figures.types())
        .containsEntry(
            "ORG", new PrivacyFigures.TypedValues(1, new PrivacyFigures.Values(1, 1, 2, 1)));
  }

  @Test
  void aHarmlessTextClassedHigherIsAFalseAlarmAndAPrivateOneClassedLowerALeak() {
    var harmless = text(PrivacyClass.PUBLIC, List.of());
    var secret = text(PrivacyClass.SECRET, List.of(span(0, 5, "EMAIL", "private")));

    var alarmed = evaluate(harmless, finding(FindingType.PERSON, 0, 5)).classes().orElseThrow();
    var leaked = evaluate(secret).classes().orElseThrow();
    var lowered = evaluate(secret, finding(FindingType.EMAIL, 0, 5)).classes().orElseThrow();

    assertThat(alarmed).isEqualTo(new PrivacyFigures.Classes(1, 1, 0, 0, 0, 0, 0));
    assertThat(leaked).isEqualTo(new PrivacyFigures.Classes(0, 0, 1, 1, 1, 1, 1));
    assertThat(lowered).isEqualTo(new PrivacyFigures.Classes(0, 0, 1, 0, 0, 0, 1));
  }

  @Test
  void knownNamesAreRedactedWherePersonalAndPrivateValuesLostWhereNot() {
    var text = text(List.of(span(0, 5, "PERSON", "public"), span(11, 15, "PHONE", "private")));
    var internal = new Finding(FindingType.PHONE, "rule", PrivacyClass.INTERNAL, "/text", 11, 15);

    var kinds = evaluate(text, finding(FindingType.PERSON, 0, 5), internal).kinds().orElseThrow();

    assertThat(kinds.redacted()).isEqualTo(1);
    assertThat(kinds.found()).isEqualTo(1);
    assertThat(kinds.confidential()).isZero();
    assertThat(kinds.lost()).containsEntry("PHONE", 1);
  }

  @Test
  void aWeakTextIsNotCounted() {
    var weak = new LabelledText("1", "1", TEXT, List.of(), Optional.of(PrivacyClass.PUBLIC), true);

    assertThat(evaluate(weak, finding(FindingType.PERSON, 0, 5)).documents()).isZero();
  }

  @Test
  void aMissTellsThePlaceAndNeverTheValue() {
    var figures = evaluate(text(List.of(span(0, 10, "PERSON", ""))));

    assertThat(figures.misses()).containsExactly("1 missed PERSON 0-10");
  }

  private static PrivacyFigures evaluate(LabelledText text, Finding... findings) {
    PrivacyClassifier classifier = _ -> new PrivacyReport(List.of(findings));
    return PrivacyEvaluation.of(List.of(text), classifier);
  }

  private static Finding finding(FindingType type, int start, int end) {
    return new Finding(type, "rule", PrivacyClass.PERSONAL, "/text", start, end);
  }

  private static LabelledSpan span(int start, int end, String type, String kind) {
    return new LabelledSpan(start, end, type, kind);
  }

  private static LabelledText text(List<LabelledSpan> spans) {
    return new LabelledText("1", "1", TEXT, spans, Optional.empty(), false);
  }

  private static LabelledText text(PrivacyClass privacyClass, List<LabelledSpan> spans) {
    return new LabelledText("1", "1", TEXT, spans, Optional.of(privacyClass), false);
  }
}
