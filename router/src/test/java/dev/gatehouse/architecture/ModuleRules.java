package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may know whom: router -> providers -> config, and no ring of packages. */
final class ModuleRules {
  private static final List<String> CONFIG = List.of("config", "catalogue");
  private static final List<String> PROVIDERS = List.of("inference", "egress", "json", "provider");
  private static final Set<String> NAMES_FOR_NOTHING =
      Set.of("common", "core", "util", "utils", "shared", "helper", "helpers", "misc", "impl");

  private ModuleRules() {}

  static ArchRule configKnowsNoOtherModule(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(root, CONFIG))
        .should()
        .dependOnClassesThat(areOursOutside(root, CONFIG));
  }

  static ArchRule providersKnowConfigAlone(String root) {
    List<String> known = Stream.concat(CONFIG.stream(), PROVIDERS.stream()).toList();
    return noClasses()
        .that()
        .resideInAnyPackage(packages(root, PROVIDERS))
        .should()
        .dependOnClassesThat(areOursOutside(root, known));
  }

  static ArchRule packagesAreFreeOfCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  static ArchRule everyPackageSaysWhatItIsAbout(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should(
            be(
                describe(
                    "in a package with a name for nothing in particular",
                    ModuleRules::isNamedForNothing)));
  }

  private static boolean isNamedForNothing(JavaClass type) {
    return Arrays.stream(type.getPackageName().split("\\.", -1))
        .anyMatch(NAMES_FOR_NOTHING::contains);
  }

  private static DescribedPredicate<JavaClass> areOursOutside(String root, List<String> modules) {
    return JavaClass.Predicates.resideInAPackage(root + "..")
        .and(JavaClass.Predicates.resideOutsideOfPackages(packages(root, modules)));
  }

  private static String[] packages(String root, List<String> names) {
    return Gatehouse.packages(root, names.toArray(String[]::new));
  }
}
