package dev.gatehouse.architecture;

import static dev.gatehouse.architecture.Gatehouse.ROOT;
import static dev.gatehouse.architecture.Gatehouse.VIOLATIONS;
import static dev.gatehouse.architecture.Gatehouse.isBrokenBy;
import static dev.gatehouse.architecture.Gatehouse.keep;

import dev.gatehouse.architecture.violation.egress.Clearance;
import dev.gatehouse.architecture.violation.egress.PrivacyGate;
import dev.gatehouse.architecture.violation.provider.Forger;
import org.junit.jupiter.api.Test;

final class ClearanceRulesTest {

  @Test
  void onlyThePrivacyGateMakesClearances() {
    keep(ClearanceRules.onlyTheGateMakesClearances(ROOT));
    isBrokenBy(
        ClearanceRules.onlyTheGateMakesClearances(VIOLATIONS), Forger.class, Clearance.class);
  }

  @Test
  void onlyThePrivacyGateMakesPassages() {
    keep(ClearanceRules.onlyTheGateMakesPassages(ROOT));
  }

  @Test
  void onlyTheDoorRedeemsClearances() {
    keep(ClearanceRules.onlyTheDoorRedeemsClearances(ROOT));
    isBrokenBy(
        ClearanceRules.onlyTheDoorRedeemsClearances(VIOLATIONS), Forger.class, Clearance.class);
  }

  @Test
  void onlyUpstreamsSendThroughTheDoor() {
    keep(ClearanceRules.onlyUpstreamsSendThroughTheDoor(ROOT));
  }

  @Test
  void onlyUpstreamsAskTheGateForClearance() {
    keep(ClearanceRules.onlyUpstreamsAskTheGateForClearance(ROOT));
    keep(ClearanceRules.onlyUpstreamsAskTheGateForProbes(ROOT));
  }

  @Test
  void onlyTheWiringMakesAGateAndADoor() {
    keep(ClearanceRules.onlyTheWiringMakesAGate(ROOT));
    keep(ClearanceRules.onlyTheWiringMakesADoor(ROOT));
    isBrokenBy(ClearanceRules.onlyTheWiringMakesAGate(VIOLATIONS), Forger.class, PrivacyGate.class);
  }

  @Test
  void onlyTheDecisionAdmitsRequests() {
    keep(ClearanceRules.onlyTheDecisionAdmitsRequests(ROOT));
    isBrokenBy(
        ClearanceRules.onlyTheDecisionAdmitsRequests(VIOLATIONS), Forger.class, PrivacyGate.class);
  }

  @Test
  void onlyDispatchBindsPassages() {
    keep(ClearanceRules.onlyDispatchBindsPassages(ROOT));
  }

  @Test
  void onlyDiscoveryProbes() {
    keep(ClearanceRules.onlyDiscoveryProbes(ROOT));
  }

  @Test
  void onlyTheLanesSendWhatIsAClients() {
    keep(ClearanceRules.onlyTheLanesSendContent(ROOT));
    keep(ClearanceRules.onlyAdministrationSendsOtherContent(ROOT));
  }

  @Test
  void gateDoorAndPapersAreFinal() {
    keep(ClearanceRules.gateAndItsPapersAreFinal(ROOT));
    isBrokenBy(ClearanceRules.gateAndItsPapersAreFinal(VIOLATIONS), Clearance.class);
  }

  @Test
  void nobodyOutsideThePackageOfTheDoorCanNameAWayToMakeItsPapers() {
    keep(ClearanceRules.papersCannotBeMadeOutsideTheirPackage(ROOT));
    isBrokenBy(ClearanceRules.papersCannotBeMadeOutsideTheirPackage(VIOLATIONS), Clearance.class);
  }
}
