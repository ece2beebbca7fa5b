package dev.gatehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Arrays;
import java.util.List;

/**
 * The classes that are judged. A rule takes the root package it is about, so that it can be put to
 * our own classes and to the few under {@link #VIOLATIONS} that break it on purpose.
 */
final class Gatehouse {
  static final String ROOT = "dev.gatehouse";

  /** Root of the classes that break rules; laid out as our own are. */
  static final String VIOLATIONS = "dev.gatehouse.architecture.violation";

  /** Every class of the three modules without their tests. */
  static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new WithoutTests()).importPackages(ROOT);

  private Gatehouse() {}

  /** These packages of {@code root} and everything below them, in ArchUnit's notation. */
  static String[] packages(String root, String... names) {
    return Arrays.stream(names).map(name -> root + "." + name + "..").toArray(String[]::new);
  }

  /**
   * Classes of {@code root} by name, with the classes nested in them.
   *
   * @throws AssertionError if a name is nobody's any more: an exception from a rule goes with it
   */
  static DescribedPredicate<JavaClass> named(String root, String... names) {
    List<String> full = Arrays.stream(names).map(name -> root + "." + name).toList();
    if (root.equals(ROOT)) {
      assertThat(full).allMatch(CLASSES::contain, "is a class of ours");
    }
    return DescribedPredicate.describe(
        "are " + String.join(", ", names),
        type ->
            full.stream()
                .anyMatch(
                    name -> type.getName().equals(name) || type.getName().startsWith(name + "$")));
  }

  /** Fails unless the rule holds for our classes. */
  static void keep(ArchRule rule) {
    rule.check(CLASSES);
  }

  /** Fails unless the rule finds fault with {@code offenders}, and says with what. */
  static void isBrokenBy(ArchRule rule, Class<?>... offenders) {
    EvaluationResult result = rule.evaluate(new ClassFileImporter().importClasses(offenders));

    assertThat(result.getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains(offenders[0].getSimpleName()));
  }

  private static final class WithoutTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
  }
}
