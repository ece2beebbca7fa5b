package dev.gatehouse.architecture;

import static dev.gatehouse.architecture.Gatehouse.ROOT;
import static dev.gatehouse.architecture.Gatehouse.VIOLATIONS;
import static dev.gatehouse.architecture.Gatehouse.isBrokenBy;
import static dev.gatehouse.architecture.Gatehouse.keep;

import dev.gatehouse.architecture.violation.policy.PolicyManager;
import org.junit.jupiter.api.Test;

final class HouseRulesTest {

  @Test
  void onlyTheCommandLineAndTheMainOfTheChildPrint() {
    keep(HouseRules.onlyTheCommandLineAndTheChildPrint(ROOT));
    isBrokenBy(HouseRules.onlyTheCommandLineAndTheChildPrint(VIOLATIONS), PolicyManager.class);
  }

  @Test
  void moneyIsNeverADouble() {
    keep(HouseRules.moneyIsExact(ROOT));
    isBrokenBy(HouseRules.moneyIsExact(VIOLATIONS), PolicyManager.class);
  }

  @Test
  void moneyIsNeverReckonedInDoubles() {
    keep(HouseRules.moneyIsReckonedExactly(ROOT));
    isBrokenBy(HouseRules.moneyIsReckonedExactly(VIOLATIONS), PolicyManager.class);
  }

  @Test
  void nothingIsDeprecated() {
    keep(HouseRules.nothingIsDeprecated(ROOT));
    isBrokenBy(HouseRules.nothingIsDeprecated(VIOLATIONS), PolicyManager.class);
  }

  @Test
  void everyPackageIsNullMarked() {
    keep(HouseRules.everyPackageIsNullMarked(ROOT));
    isBrokenBy(HouseRules.everyPackageIsNullMarked(VIOLATIONS), PolicyManager.class);
  }

  @Test
  void nothingStaticChanges() {
    keep(HouseRules.nothingStaticChanges(ROOT));
    isBrokenBy(HouseRules.nothingStaticChanges(VIOLATIONS), PolicyManager.class);
  }

  @Test
  void namesSayWhatAClassDoes() {
    keep(HouseRules.namesSayWhatAClassDoes(ROOT));
    isBrokenBy(HouseRules.namesSayWhatAClassDoes(VIOLATIONS), PolicyManager.class);
  }

  @Test
  void nothingIsInjected() {
    keep(HouseRules.nothingIsInjected(ROOT));
  }

  @Test
  void servicesAreLookedForAmongRecognizersAlone() {
    keep(HouseRules.servicesAreNotLookedFor(ROOT));
  }

  @Test
  void codeReadsStraightDown() {
    keep(HouseRules.codeReadsStraightDown(ROOT));
    isBrokenBy(HouseRules.codeReadsStraightDown(VIOLATIONS), PolicyManager.class);
  }
}
