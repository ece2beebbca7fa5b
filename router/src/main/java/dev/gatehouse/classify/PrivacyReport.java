package dev.gatehouse.classify;

import dev.gatehouse.config.PrivacyClass;
import java.util.ArrayList;
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

  private static final Set<String> UNREAD =
      Set.of("too-deep", "too-large", "too-many-findings", "unknown-value", "scanner-failed");

  /** The rule of a finding that stands for a class of an earlier turn. */
  private static final String INHERITED = "earlier-turn";

  public PrivacyReport {
    findings = List.copyOf(findings);
  }

  /**
   * Whether the whole document was read. Where it was not (too deep, too large, a failure), nobody
   * knows what is in it, and no rule can allow it out.
   */
  public boolean complete() {
    return findings.stream().noneMatch(finding -> UNREAD.contains(finding.rule()));
  }

  /**
   * The same with classes that earlier turns were found to have.
   *
   * @param inherited PUBLIC adds nothing
   */
  public PrivacyReport joinedWith(Set<PrivacyClass> inherited) {
    List<Finding> joined = new ArrayList<>(findings);
    inherited.stream()
        .filter(each -> each != PrivacyClass.PUBLIC)
        .sorted()
        .map(each -> new Finding(each.name(), INHERITED, each, "", 0, 0))
        .forEach(joined::add);
    return new PrivacyReport(joined);
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
