package dev.gatehouse.architecture;

import static dev.gatehouse.architecture.Gatehouse.ROOT;
import static dev.gatehouse.architecture.Gatehouse.VIOLATIONS;
import static dev.gatehouse.architecture.Gatehouse.isBrokenBy;
import static dev.gatehouse.architecture.Gatehouse.keep;

import dev.gatehouse.architecture.violation.pipeline.Homeless;
import org.junit.jupiter.api.Test;

final class LibraryRulesTest {

  @Test
  void onlyTheLedgerKnowsDatabases() {
    keep(LibraryRules.onlyTheLedgerKnowsDatabases(ROOT));
    isBrokenBy(LibraryRules.onlyTheLedgerKnowsDatabases(VIOLATIONS), Homeless.Database.class);
  }

  @Test
  void onlyHttpKnowsTheWebServer() {
    keep(LibraryRules.onlyHttpKnowsTheWebServer(ROOT));
    keep(LibraryRules.onlyTheDoorAndHttpKnowHelidon(ROOT));
    isBrokenBy(LibraryRules.onlyHttpKnowsTheWebServer(VIOLATIONS), Homeless.WebServer.class);
  }

  @Test
  void onlyJsonMakesMappers() {
    keep(LibraryRules.onlyJsonMakesMappers(ROOT));
    isBrokenBy(LibraryRules.onlyJsonMakesMappers(VIOLATIONS), Homeless.Mapper.class);
  }

  @Test
  void everyOtherLibraryHasItsHome() {
    keep(LibraryRules.onlyTheTranslatedLaneKnowsLangChain4j(ROOT));
    keep(LibraryRules.onlyTheEmbeddedProviderKnowsLlama(ROOT));
    keep(LibraryRules.onlyDispatchKnowsResilience4j(ROOT));
    keep(LibraryRules.onlyTelemetryKnowsMicrometer(ROOT));
    keep(LibraryRules.onlyTheCommandLineKnowsPicocli(ROOT));
    keep(LibraryRules.onlyConfigKnowsYaml(ROOT));
    keep(LibraryRules.onlyProvidersKnowJsonSchema(ROOT));
  }
}
