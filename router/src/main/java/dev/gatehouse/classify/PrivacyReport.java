package dev.gatehouse.classify;

import dev.gatehouse.config.PrivacyClass;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a privacy scan found.
 *
 * @param findings in document order; empty means PUBLIC
 */
public record PrivacyReport(List<Finding> findings) {

  public PrivacyReport {
    findings = List.copyOf(findings);
  }

  /** Every class found, PUBLIC where nothing was. */
  public Set<PrivacyClass> classes() {
    Set<PrivacyClass> classes = EnumSet.noneOf(PrivacyClass.class);
    findings.forEach(finding -> classes.add(finding.privacyClass()));
    return classes.isEmpty() ? Set.of(PrivacyClass.PUBLIC) : classes;
  }

  /** The highest class found, the first by name among equals. */
  public PrivacyClass highest() {
    return classes().stream()
        .max(Comparator.comparingInt(PrivacyClass::rank).thenComparing(Comparator.reverseOrder()))
        .orElse(PrivacyClass.PUBLIC);
  }
}
