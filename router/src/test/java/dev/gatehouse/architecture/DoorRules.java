package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One door: nothing opens a connection or starts a process but the classes named here. */
final class DoorRules {
  /** The web client and the resolution of names: the door itself. */
  private static final String DOOR = "egress";

  /**
   * In the child JVM: the first serves the gateway on loopback; the second finds a free loopback
   * port for llama-server, which then serves.
   */
  private static final String[] SERVERS_OF_THE_CHILD = {
    "provider.embedded.LoopbackServer", "provider.embedded.LlamaServerKeeper"
  };

  /** What the loader of recognisers takes: it opens jars, and no connection. */
  private static final Set<String> LOADING =
      Set.of("java.net.URL", "java.net.URLClassLoader", "java.net.MalformedURLException");

  /**
   * They start the child JVM, llama-server, and pip, whose download carries nothing of a client.
   */
  private static final String[] STARTERS_OF_PROCESSES = {
    "provider.embedded.EngineProcess",
    "provider.embedded.LlamaServerKeeper",
    "provider.embedded.WheelDownload"
  };

  /** All of {@code java.net} that neither connects nor looks a name up; addresses see below. */
  private static final Set<String> HARMLESS =
      Set.of(
          "java.net.URI",
          "java.net.URISyntaxException",
          "java.net.URLDecoder",
          "java.net.URLEncoder",
          "java.net.ConnectException",
          "java.net.SocketTimeoutException",
          "java.net.UnknownHostException",
          "java.net.InetAddress",
          "java.net.Inet4Address",
          "java.net.Inet6Address",
          "java.net.InetSocketAddress",
          "java.net.SocketAddress",
          "java.nio.channels.FileChannel",
          "java.nio.channels.FileLock",
          "java.nio.channels.OverlappingFileLockException");

  private static final List<String> NETWORKS =
      List.of(
          "java.net.",
          "java.nio.channels.",
          "java.rmi.",
          "javax.rmi.",
          "javax.net.",
          "javax.naming.",
          "javax.management.remote.",
          "javax.xml.",
          "org.xml.",
          "com.sun.",
          "sun.",
          "io.helidon.webclient.",
          "dev.langchain4j.http.client.jdk.",
          "org.springframework.",
          "org.apache.http.",
          "org.apache.hc.",
          "org.eclipse.jetty.",
          "io.netty.",
          "okhttp3.",
          "okio.");

  private static final Map<String, Set<String>> CALLS_THAT_LOOK_UP =
      Map.of(
          "java.net.InetAddress",
          Set.of(
              "getByName",
              "getAllByName",
              "getLocalHost",
              "getHostName",
              "getCanonicalHostName",
              "isReachable"),
          "java.net.InetSocketAddress",
          Set.of("getHostName"),
          "java.net.URI",
          Set.of("toURL"));

  /** Ways round every rule that looks at types. */
  private static final Map<String, Set<String>> CALLS_THAT_HIDE =
      Map.of(
          "java.lang.Class", Set.of("forName"),
          "java.lang.ClassLoader", Set.of("loadClass", "getResource", "getResources"),
          "java.lang.System", Set.of("load", "loadLibrary"),
          "java.lang.Runtime", Set.of("exec", "load", "loadLibrary"),
          "java.lang.invoke.MethodHandles", Set.of("lookup", "publicLookup", "privateLookupIn"));

  private static final List<String> VENDORS =
      List.of(
          "dev.langchain4j.model.ollama.",
          "dev.langchain4j.model.openai.",
          "dev.langchain4j.model.anthropic.",
          "dev.langchain4j.model.googleai.");

  private DoorRules() {}

  static ArchRule nothingElseKnowsTheNetwork(String root) {
    return noClasses()
        .that(areNoDoor(root))
        .and(not(Gatehouse.named(root, HouseRules.LOADER_OF_RECOGNIZERS)))
        .should()
        .dependOnClassesThat(describe("open connections", DoorRules::opensConnections));
  }

  static ArchRule loaderOfRecognizersOpensJarsAlone(String root) {
    return noClasses()
        .that(Gatehouse.named(root, HouseRules.LOADER_OF_RECOGNIZERS))
        .should()
        .dependOnClassesThat(
            describe(
                "open connections",
                type -> opensConnections(type) && !LOADING.contains(type.getName())))
        .orShould()
        .callMethod("java.net.URL", "openConnection")
        .orShould()
        .callMethod("java.net.URL", "openStream");
  }

  private static boolean opensConnections(JavaClass type) {
    return NETWORKS.stream().anyMatch(type.getName()::startsWith)
        && !HARMLESS.contains(type.getName());
  }

  static ArchRule nothingElseLooksUpANameOrOpensAUrl(String root) {
    return noClasses()
        .that(areNoDoor(root))
        .and(not(Gatehouse.named(root, HouseRules.LOADER_OF_RECOGNIZERS)))
        .should()
        .accessTargetWhere(
            describe(
                "a name is looked up or a URL made",
                access -> isOneOf(CALLS_THAT_LOOK_UP, access) || makesAnAddressOfAName(access)));
  }

  static ArchRule nothingElseStartsAProcess(String root) {
    return noClasses()
        .that(not(Gatehouse.named(root, STARTERS_OF_PROCESSES)))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class);
  }

  static ArchRule nothingGoesRoundTheseRules(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .accessTargetWhere(
            describe(
                "code is loaded or a program is run", access -> isOneOf(CALLS_THAT_HIDE, access)))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..", "java.lang.foreign..", "javax.script..");
  }

  static ArchRule onlyTheTranslatedLaneKnowsTheVendorsModels(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            Gatehouse.packages(
                root,
                "provider.langchain",
                "provider.ollama",
                "provider.anthropic",
                "provider.gemini",
                "provider.openai"))
        .should()
        .dependOnClassesThat(describe("are a vendor's models", DoorRules::isVendors));
  }

  static ArchRule everyModelIsGivenOurHttpClient(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(new SetWhenBuildingModels("httpClientBuilder"))
        .because("a builder that is given none looks for one on the class path");
  }

  static ArchRule everyModelIsToldHowOftenToRetry(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(new SetWhenBuildingModels("maxRetries"))
        .because("retries are dispatch's: LangChain4j would make two of its own");
  }

  private static DescribedPredicate<JavaClass> areNoDoor(String root) {
    return JavaClass.Predicates.resideOutsideOfPackages(Gatehouse.packages(root, DOOR))
        .and(not(Gatehouse.named(root, SERVERS_OF_THE_CHILD)));
  }

  private static boolean isOneOf(Map<String, Set<String>> calls, JavaAccess<?> access) {
    return calls.entrySet().stream()
        .anyMatch(
            entry ->
                access.getTargetOwner().isAssignableTo(entry.getKey())
                    && entry.getValue().contains(access.getName()));
  }

  private static boolean makesAnAddressOfAName(JavaAccess<?> access) {
    return access
        .getTarget()
        .getFullName()
        .equals("java.net.InetSocketAddress.<init>(java.lang.String, int)");
  }

  private static boolean isVendors(JavaClass type) {
    return VENDORS.stream().anyMatch(type.getName()::startsWith);
  }

  /** Whoever builds a model whose builder has the setter calls it in the same method. */
  private static final class SetWhenBuildingModels extends ArchCondition<JavaClass> {
    private final String setter;

    SetWhenBuildingModels(String setter) {
      super("set " + setter + " of every model that it builds");
      this.setter = setter;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      type.getMethodCallsFromSelf().stream()
          .filter(this::buildsAModel)
          .filter(call -> !isSet(call))
          .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
    }

    private boolean buildsAModel(JavaMethodCall call) {
      return call.getName().equals("build")
          && isVendors(call.getTargetOwner())
          && call.getTargetOwner().getAllMethods().stream()
              .anyMatch(method -> method.getName().equals(setter));
    }

    private boolean isSet(JavaMethodCall build) {
      return build.getOrigin().getMethodCallsFromSelf().stream()
          .anyMatch(call -> call.getName().equals(setter));
    }
  }
}
