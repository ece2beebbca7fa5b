package dev.gatehouse.classify.privacy.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.PrivacyScans;
import dev.gatehouse.classify.privacy.statement.Sentences;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.config.PrivacyClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthDetectorTest {

  private final HealthDetector detector = new HealthDetector();

  @Test
  void whatIsSaidOfAPersonIsFoundInTenLanguages() {
    List<String> said = Sentences.of(HealthDetectorTest.class, '+');

    assertThat(said).hasSizeGreaterThanOrEqualTo(120);
    assertThat(said).allMatch(sentence -> Sentences.isFound(detector, sentence));
  }

  @Test
  void whatIsSaidOfTheWorldIsNotFound() {
    List<String> said = Sentences.of(HealthDetectorTest.class, '-');

    assertThat(said).hasSizeGreaterThanOrEqualTo(120);
    assertThat(said).noneMatch(sentence -> Sentences.isFound(detector, sentence));
  }

  @Test
  void theStatementAndNotTheWholeSentenceIsReported() {
    List<String> found = inText("Good morning! I was diagnosed with lupus in 2019. Thanks, bye.");

    assertThat(found).containsExactly("was diagnosed with lupus in 2019");
  }

  @Test
  void neighbouringPartsOfOneStatementAreOneValue() {
    List<String> found = inText("I have asthma and eczema, what pets can I keep?");

    assertThat(found).containsExactly("have asthma and eczema");
  }

  @Test
  void shortNamesOfIllnessesCountInCapitalsOnly() {
    assertThat(inText("I have MS and need a letter.")).isNotEmpty();
    assertThat(inText("I have a problem, ms word crashes.")).isEmpty();
  }

  @Test
  void aMeasuredValueNeedsItsNumber() {
    assertThat(inText("My cholesterol is 281, help.")).isNotEmpty();
    assertThat(inText("I have to present our cholesterol slides.")).isEmpty();
  }

  @Test
  void aValueUnderAnIllnessKeyIsFoundBesideAPerson() {
    Surroundings record = new Surroundings("diagnosis", List.of("patient_id", "diagnosis"));
    Surroundings machine = new Surroundings("diagnosis", List.of("host", "diagnosis"));

    assertThat(Sentences.values(detector, "F32.1", record)).containsExactly("F32.1");
    assertThat(Sentences.values(detector, "none", record)).isEmpty();
    assertThat(Sentences.values(detector, "disk full", machine)).isEmpty();
  }

  @Test
  void anIllnessUnderItsKeyIsFoundWithoutAPerson() {
    assertThat(Sentences.values(detector, "severe asthma", Surroundings.of("conditions")))
        .isNotEmpty();
  }

  @Test
  void aPrivatePersonNearByTurnsATermIntoAStatement() {
    assertThat(appraised(PrivacyClass.PERSONAL))
        .anyMatch(match -> match.rule().equals(HealthDetector.STATEMENT));
    assertThat(appraised(PrivacyClass.INTERNAL))
        .noneMatch(match -> match.rule().type() == FindingType.HEALTH);
  }

  private List<Match> appraised(PrivacyClass ofName) {
    NormalizedText text = NormalizedText.of("Tilda Moor, hepatitis C", Surroundings.NONE);
    Matches matches = new Matches();
    detector.detect(text, matches);
    List<Match> found = new ArrayList<>(matches.all());
    found.add(new Match(new Rule(FindingType.PERSON, "name", ofName), 0, 10));
    return Health.appraiser().appraise(text, found);
  }

  @Test
  void aScanReportsStatementsAndNoCandidates() {
    assertThat(PrivacyScans.ofText("My wife has leukemia."))
        .anyMatch(finding -> finding.privacyClass() == PrivacyClass.HEALTH);
    assertThat(PrivacyScans.ofText("What causes leukemia?")).isEmpty();
  }

  @Test
  void aTextOfNothingButIllnessesIsReadInBoundedTime() {
    String text = "I have asthma and ".repeat(20_000);

    assertThat(inText(text)).hasSizeBetween(1, 200);
  }

  private List<String> inText(String text) {
    return Sentences.values(detector, text, Surroundings.NONE);
  }
}
