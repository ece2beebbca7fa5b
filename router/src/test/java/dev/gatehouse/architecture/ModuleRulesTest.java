package dev.gatehouse.architecture;

import static dev.gatehouse.architecture.Gatehouse.ROOT;
import static dev.gatehouse.architecture.Gatehouse.VIOLATIONS;
import static dev.gatehouse.architecture.Gatehouse.isBrokenBy;
import static dev.gatehouse.architecture.Gatehouse.keep;

import dev.gatehouse.architecture.violation.config.ConfigThatKnowsTheServer;
import dev.gatehouse.architecture.violation.core.Anything;
import dev.gatehouse.architecture.violation.http.Server;
import dev.gatehouse.architecture.violation.provider.ProviderThatKnowsTheServer;
import dev.gatehouse.architecture.violation.ring.one.One;
import dev.gatehouse.architecture.violation.ring.two.Two;
import org.junit.jupiter.api.Test;

final class ModuleRulesTest {

  @Test
  void configKnowsNoOtherModule() {
    keep(ModuleRules.configKnowsNoOtherModule(ROOT));
    isBrokenBy(
        ModuleRules.configKnowsNoOtherModule(VIOLATIONS),
        ConfigThatKnowsTheServer.class,
        Server.class);
  }

  @Test
  void providersKnowConfigAlone() {
    keep(ModuleRules.providersKnowConfigAlone(ROOT));
    isBrokenBy(
        ModuleRules.providersKnowConfigAlone(VIOLATIONS),
        ProviderThatKnowsTheServer.class,
        Server.class);
  }

  @Test
  void packagesAreFreeOfCycles() {
    keep(ModuleRules.packagesAreFreeOfCycles(ROOT));
    isBrokenBy(ModuleRules.packagesAreFreeOfCycles(VIOLATIONS), One.class, Two.class);
  }

  @Test
  void noPackageIsNamedCommonCoreUtilOrShared() {
    keep(ModuleRules.everyPackageSaysWhatItIsAbout(ROOT));
    isBrokenBy(ModuleRules.everyPackageSaysWhatItIsAbout(VIOLATIONS), Anything.class);
  }
}
