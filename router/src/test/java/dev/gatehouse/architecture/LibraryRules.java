package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;

/** Each library has its home; nobody else knows it is there. */
final class LibraryRules {
  /**
   * The ledger's writes money without exponents; the embedded one reads, in the child JVM, what the
   * gateway has sent.
   */
  private static final String[] OTHER_MAPPERS = {
    "gateway.GitleaksFile", "ledger.PlainJson", "provider.embedded.ChatBody"
  };

  private LibraryRules() {}

  static ArchRule onlyTheLedgerKnowsDatabases(String root) {
    return home(
        root,
        new String[] {"ledger"},
        "java.sql..",
        "javax.sql..",
        "org.sqlite..",
        "org.postgresql..",
        "com.zaxxer..",
        "org.flywaydb..");
  }

  static ArchRule onlyHttpKnowsTheWebServer(String root) {
    return home(root, new String[] {"http"}, "io.helidon.webserver..");
  }

  static ArchRule onlyTheDoorAndHttpKnowHelidon(String root) {
    return home(root, new String[] {"egress", "http"}, "io.helidon..");
  }

  static ArchRule onlyTheTranslatedLaneKnowsLangChain4j(String root) {
    return home(
        root,
        new String[] {
          "provider.langchain",
          "provider.ollama",
          "provider.anthropic",
          "provider.gemini",
          "provider.openai"
        },
        "dev.langchain4j..");
  }

  static ArchRule onlyTheEmbeddedProviderKnowsLlama(String root) {
    return home(root, new String[] {"provider.embedded"}, "de.kherud..");
  }

  static ArchRule onlyDispatchKnowsResilience4j(String root) {
    return home(root, new String[] {"dispatch"}, "io.github.resilience4j..");
  }

  static ArchRule onlyTelemetryKnowsMicrometer(String root) {
    return home(root, new String[] {"telemetry"}, "io.micrometer..", "io.prometheus..");
  }

  static ArchRule onlyTheCommandLineKnowsPicocli(String root) {
    return home(root, new String[] {"cli"}, "picocli..");
  }

  static ArchRule onlyConfigKnowsYaml(String root) {
    return home(root, new String[] {"config", "catalogue"}, "org.snakeyaml..");
  }

  static ArchRule onlyProvidersKnowJsonSchema(String root) {
    return home(root, new String[] {"provider"}, "com.networknt..");
  }

  static ArchRule onlyJsonMakesMappers(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(Gatehouse.packages(root, "json"))
        .and(not(Gatehouse.named(root, OTHER_MAPPERS)))
        .should()
        .accessTargetWhere(describe("a mapper is made", LibraryRules::makesAMapper))
        .because("bounds, strictness and exact numbers are set there");
  }

  private static boolean makesAMapper(JavaAccess<?> access) {
    return access.getTargetOwner().isAssignableTo("com.fasterxml.jackson.databind.ObjectMapper")
        && (access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
            || access.getName().equals("builder"));
  }

  private static ArchRule home(String root, String[] homes, String... library) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(Gatehouse.packages(root, homes))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library);
  }
}
