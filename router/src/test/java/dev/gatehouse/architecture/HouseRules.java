package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** How every class is written, whatever it is about. */
final class HouseRules {
  private static final String MONEY =
      "(?i).*(cost|price|limit|amount|spend|spent|saving|dollar|usd).*";

  private static final String NAMES_FOR_ANYTHING = ".*(Impl|Manager|Helpers?|Utils?|Data|Commons?)";

  private static final DescribedPredicate<JavaClass> INEXACT =
      are("double", "float", "java.lang.Double", "java.lang.Float", "java.util.OptionalDouble");

  /** It finds the operator's own recognisers, which nobody here can name. */
  static final String LOADER_OF_RECOGNIZERS = "gateway.RecognizerJars";

  /** The ledger's one number that is not money. */
  private static final String WRITER_OF_DIFFICULTY = "ledger.ChargesJson";

  /** What can be changed though the field that holds it cannot. */
  private static final List<String> MUTABLE =
      List.of(
          "java.util.ArrayList",
          "java.util.ArrayDeque",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.TreeMap",
          "java.util.TreeSet",
          "java.util.EnumMap",
          "java.util.BitSet",
          "java.util.Properties",
          "java.util.WeakHashMap",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.CopyOnWriteArrayList",
          "java.util.concurrent.BlockingQueue",
          "java.util.concurrent.ConcurrentLinkedQueue",
          "java.lang.ThreadLocal",
          "java.lang.Thread",
          "java.lang.StringBuilder",
          "com.github.benmanes.caffeine.cache.Cache");

  private HouseRules() {}

  static ArchRule onlyTheCommandLineAndTheChildPrint(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(Gatehouse.packages(root, "cli"))
        .and(not(Gatehouse.named(root, "provider.embedded.EmbeddedServerMain")))
        .should()
        .accessTargetWhere(describe("something is printed", HouseRules::prints));
  }

  static ArchRule moneyIsExact(String root) {
    return CompositeArchRule.of(
            noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .and()
                .haveNameMatching(MONEY)
                .should()
                .haveRawType(INEXACT))
        .and(
            noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .and()
                .haveNameMatching(MONEY)
                .should()
                .haveRawReturnType(INEXACT));
  }

  static ArchRule moneyIsReckonedExactly(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(Gatehouse.packages(root, "ledger", "meter", "policy", "catalogue"))
        .and(not(Gatehouse.named(root, WRITER_OF_DIFFICULTY)))
        .should()
        .accessTargetWhere(describe("a decimal meets a double", HouseRules::isInexact));
  }

  static ArchRule nothingIsDeprecated(String root) {
    return CompositeArchRule.of(
            noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .beAnnotatedWith(Deprecated.class))
        .and(
            noMembers()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .beAnnotatedWith(Deprecated.class));
  }

  static ArchRule everyPackageIsNullMarked(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            be(describe("in a package whose package-info is @NullMarked", HouseRules::nullMarked)));
  }

  static ArchRule nothingStaticChanges(String root) {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .and()
        .areStatic()
        .should(be(describe("changeable", HouseRules::isChangeable)));
  }

  static ArchRule namesSayWhatAClassDoes(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(NAMES_FOR_ANYTHING);
  }

  static ArchRule nothingIsInjected(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.inject..",
            "jakarta.inject..",
            "jakarta.enterprise..",
            "jakarta.annotation..",
            "com.google.inject..",
            "org.springframework..",
            "io.helidon.service..");
  }

  static ArchRule servicesAreNotLookedFor(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and(not(Gatehouse.named(root, LOADER_OF_RECOGNIZERS)))
        .should()
        .dependOnClassesThat(are("java.util.ServiceLoader"));
  }

  static ArchRule codeReadsStraightDown(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat(
            are(
                "java.util.concurrent.CompletableFuture",
                "java.util.concurrent.CompletionStage",
                "java.util.concurrent.Flow",
                "java.util.concurrent.ForkJoinPool",
                "java.util.concurrent.ThreadPoolExecutor",
                "java.util.concurrent.ScheduledExecutorService",
                "java.util.Timer"))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.reactivestreams..", "reactor..", "io.reactivex..");
  }

  private static DescribedPredicate<JavaClass> are(String... names) {
    List<String> all = List.of(names);
    return describe(
        "are one of " + all, type -> all.contains(type.getName().replaceAll("\\$.*", "")));
  }

  private static boolean prints(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return (owner.equals("java.lang.System") && Set.of("out", "err").contains(access.getName()))
        || (access.getName().equals("printStackTrace")
            && access.getTargetOwner().isAssignableTo(Throwable.class));
  }

  private static boolean isInexact(JavaAccess<?> access) {
    String target = access.getTarget().getFullName();
    return target.equals("java.math.BigDecimal.<init>(double)")
        || target.equals("java.math.BigDecimal.valueOf(double)")
        || target.equals("java.math.BigDecimal.doubleValue()")
        || target.equals("java.math.BigDecimal.floatValue()");
  }

  private static boolean nullMarked(JavaClass type) {
    return type.getPackage()
        .tryGetPackageInfo()
        .map(info -> info.isAnnotatedWith(NullMarked.class))
        .orElse(false);
  }

  /** An array that nobody else can reach is taken to be a constant. */
  private static boolean isChangeable(JavaField field) {
    boolean isPrivate = field.getModifiers().contains(JavaModifier.PRIVATE);
    JavaClass type = field.getRawType();
    return !field.getModifiers().contains(JavaModifier.SYNTHETIC)
        && (!field.getModifiers().contains(JavaModifier.FINAL)
            || (type.isArray() && !isPrivate)
            || type.getPackageName().equals("java.util.concurrent.atomic")
            || MUTABLE.stream().anyMatch(type::isAssignableTo));
  }
}
