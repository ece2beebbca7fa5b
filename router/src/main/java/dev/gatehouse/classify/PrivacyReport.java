package dev.gatehouse.classify;

import dev.gatehouse.config.PrivacyClass;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a privacy scan found.
 *
 * @param findings in document order
 * @param inherited classes of earlier turns that the document does not show; holds no PUBLIC
 */
public record PrivacyReport(List<Finding> findings, Set<PrivacyClass> inherited) {

  public PrivacyReport {
    findings = List.copyOf(findings);
    inherited = Set.copyOf(inherited);
  }

  /** What was found in a document that stands alone; nothing means PUBLIC. */
  public PrivacyReport(List<Finding> findings) {
    this(findings, Set.of());
  }

  /**
   * Whether the whole document was read. Where it was not (too deep, too large, a failure), nobody
   * knows what is in it, and no rule can allow it out.
   */
  public boolean complete() {
    return findings.stream().noneMatch(Finding::unread);
  }

  /**
   * The same with classes that earlier turns were found to have.
   *
   * @param earlier PUBLIC adds nothing
   */
  public PrivacyReport joinedWith(Set<PrivacyClass> earlier) {
    Set<PrivacyClass> joined = EnumSet.noneOf(PrivacyClass.class);
    joined.addAll(inherited);
    joined.addAll(earlier);
    joined.remove(PrivacyClass.PUBLIC);
    return new PrivacyReport(findings, joined);
  }

  /** The same with more findings. */
  PrivacyReport with(List<Finding> more) {
    return new PrivacyReport(Stream.concat(findings.stream(), more.stream()).toList(), inherited);
  }

  /** Every class found or inherited, PUBLIC where there is none. */
  public Set<PrivacyClass> classes() {
    Set<PrivacyClass> classes = EnumSet.noneOf(PrivacyClass.class);
    classes.addAll(inherited);
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
