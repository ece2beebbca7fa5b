package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classify, decide and meter think and do not act: clock, budgets and health come in as values. */
final class PurityRules {
  private static final String[] PURE = {"classify", "policy", "meter", "redact"};

  /** Stops that read and write bytes they are given, and touch nothing else. */
  private static final String[] VOCABULARY = {"inference", "json", "dialect"};

  /** They read words and weights from the jar, once, when the class is loaded. */
  private static final String[] READERS_OF_RESOURCES = {
    "classify.complexity.Lexicon",
    "classify.complexity.LinearModel",
    "classify.privacy.names.NameModel",
    "classify.privacy.text.ResourceLines"
  };

  private static final String[] SERVICES = {
    "egress", "ledger", "dispatch", "http", "pipeline", "gateway", "telemetry", "cli"
  };

  /** A value: how private a request is, on which the decision turns. */
  private static final String WORD_OF_THE_GATE = "egress.Passage";

  private static final List<String> EFFECTS =
      List.of(
          "java.io.",
          "java.net.",
          "java.nio.file.",
          "java.nio.channels.",
          "java.sql.",
          "javax.sql.",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.util.Timer",
          "java.util.concurrent.Executor",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.Random",
          "java.security.SecureRandom",
          "java.time.Clock",
          "java.time.InstantSource");

  private static final Set<String> NO_EFFECTS =
      Set.of("java.io.UncheckedIOException", "java.io.Serializable", "java.net.URI");

  private static final List<String> LOGGERS =
      List.of(
          "java.util.logging.",
          "java.lang.System$Logger",
          "org.slf4j.",
          "org.apache.logging.",
          "io.helidon.logging.");

  private static final Map<String, Set<String>> ACTS =
      Map.of(
          "java.lang.System",
              Set.of(
                  "currentTimeMillis",
                  "nanoTime",
                  "getenv",
                  "getProperty",
                  "setProperty",
                  "getLogger",
                  "exit"),
          "java.lang.Math", Set.of("random"),
          "java.util.UUID", Set.of("randomUUID"));

  private PurityRules() {}

  static ArchRule pureStopsHaveNoEffects(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(Gatehouse.packages(root, PURE))
        .and(not(Gatehouse.named(root, READERS_OF_RESOURCES)))
        .should()
        .dependOnClassesThat(describe("act on the world", PurityRules::isEffect));
  }

  static ArchRule readersOfResourcesReadNothingElse(String root) {
    return noClasses()
        .that(Gatehouse.named(root, READERS_OF_RESOURCES))
        .should()
        .dependOnClassesThat(
            describe(
                "act on the world otherwise than by reading a stream",
                type -> isEffect(type) && !type.getName().startsWith("java.io.")))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File|RandomAccess|Console).*");
  }

  static ArchRule pureStopsDoNotAskForTheTimeOrTheEnvironment(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(Gatehouse.packages(root, PURE))
        .should()
        .accessTargetWhere(describe("the world is asked", PurityRules::asksTheWorld));
  }

  static ArchRule pureStopsStartNoThreads(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(Gatehouse.packages(root, PURE))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class);
  }

  static ArchRule pureStopsAreGivenValuesAndNotServices(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(Gatehouse.packages(root, PURE))
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(Gatehouse.packages(root, SERVICES))
                .and(not(Gatehouse.named(root, WORD_OF_THE_GATE))));
  }

  static ArchRule neitherPureStopsNorTheVocabularyLog(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(Gatehouse.packages(root, PURE))
        .or()
        .resideInAnyPackage(Gatehouse.packages(root, VOCABULARY))
        .should()
        .dependOnClassesThat(
            describe("log", type -> LOGGERS.stream().anyMatch(type.getName()::startsWith)));
  }

  static ArchRule vocabularyTouchesNoFilesAndNoNetwork(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(Gatehouse.packages(root, VOCABULARY))
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.(nio\\.file\\.|nio\\.channels\\.|io\\.File|sql\\.).*")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(Gatehouse.packages(root, "egress", "ledger", "dispatch", "http"));
  }

  private static boolean isEffect(JavaClass type) {
    return EFFECTS.stream().anyMatch(type.getName()::startsWith)
        && !NO_EFFECTS.contains(type.getName());
  }

  private static boolean asksTheWorld(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return ACTS.getOrDefault(owner, Set.of()).contains(access.getName())
        || (owner.startsWith("java.time.") && access.getName().equals("now"));
  }
}
