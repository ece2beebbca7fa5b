package dev.gatehouse.architecture;

import static dev.gatehouse.architecture.Gatehouse.ROOT;
import static dev.gatehouse.architecture.Gatehouse.VIOLATIONS;
import static dev.gatehouse.architecture.Gatehouse.isBrokenBy;
import static dev.gatehouse.architecture.Gatehouse.keep;

import dev.gatehouse.architecture.violation.classify.Impure;
import dev.gatehouse.architecture.violation.http.Server;
import org.junit.jupiter.api.Test;

final class PurityRulesTest {

  @Test
  void classifyPolicyAndMeterHaveNoEffects() {
    keep(PurityRules.pureStopsHaveNoEffects(ROOT));
    keep(PurityRules.readersOfResourcesReadNothingElse(ROOT));
    isBrokenBy(PurityRules.pureStopsHaveNoEffects(VIOLATIONS), Impure.Reading.class);
    isBrokenBy(PurityRules.pureStopsHaveNoEffects(VIOLATIONS), Impure.Guessing.class);
  }

  @Test
  void classifyPolicyAndMeterDoNotAskForTheTimeOrTheEnvironment() {
    keep(PurityRules.pureStopsDoNotAskForTheTimeOrTheEnvironment(ROOT));
    isBrokenBy(
        PurityRules.pureStopsDoNotAskForTheTimeOrTheEnvironment(VIOLATIONS), Impure.Timing.class);
    isBrokenBy(
        PurityRules.pureStopsDoNotAskForTheTimeOrTheEnvironment(VIOLATIONS),
        Impure.TimingByReference.class);
  }

  @Test
  void classifyPolicyAndMeterStartNoThreads() {
    keep(PurityRules.pureStopsStartNoThreads(ROOT));
    isBrokenBy(PurityRules.pureStopsStartNoThreads(VIOLATIONS), Impure.Starting.class);
  }

  @Test
  void classifyPolicyAndMeterAreGivenValuesAndNotServices() {
    keep(PurityRules.pureStopsAreGivenValuesAndNotServices(ROOT));
    isBrokenBy(
        PurityRules.pureStopsAreGivenValuesAndNotServices(VIOLATIONS),
        Impure.Serving.class,
        Server.class);
  }

  @Test
  void classifyPolicyMeterInferenceJsonAndDialectsDoNotLog() {
    keep(PurityRules.neitherPureStopsNorTheVocabularyLog(ROOT));
    isBrokenBy(PurityRules.neitherPureStopsNorTheVocabularyLog(VIOLATIONS), Impure.Logging.class);
  }

  @Test
  void inferenceJsonAndDialectsTouchNoFilesAndNoNetwork() {
    keep(PurityRules.vocabularyTouchesNoFilesAndNoNetwork(ROOT));
  }
}
