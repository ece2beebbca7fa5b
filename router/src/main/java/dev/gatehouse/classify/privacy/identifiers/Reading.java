package dev.gatehouse.classify.privacy.identifiers;

import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;
import java.util.BitSet;

/**
 * One text while its identifiers are looked for: its labels, and which stretches are taken, so that
 * a number that is known to be one thing is not reported as another as well. Not for use by several
 * threads.
 */
final class Reading {

  private final NormalizedText normalized;
  private final Matches matches;
  private final Labels labels;
  private final BitSet taken = new BitSet();
  private final BitSet references = new BitSet();

  /** Takes what is found already. */
  Reading(NormalizedText normalized, Matches matches, LabelTable table) {
    this.normalized = normalized;
    this.matches = matches;
    this.labels = Labels.of(normalized, table);
    for (Match match : matches.all()) {
      taken.set(match.start(), match.end());
    }
  }

  NormalizedText normalized() {
    return normalized;
  }

  String text() {
    return normalized.text();
  }

  Labels labels() {
    return labels;
  }

  /** Reports a value and takes its stretch. */
  void add(Rule rule, int start, int end) {
    matches.add(normalized, rule, start, end);
    taken.set(start, end);
    references.set(start, end, rule.privacyClass() == PrivacyClass.INTERNAL);
  }

  /** Reports a value whose parts may be values of their own. */
  void note(Rule rule, int start, int end) {
    matches.add(normalized, rule, start, end);
  }

  /** Whether nothing was found in a stretch yet. */
  boolean isFree(int start, int end) {
    int next = taken.nextSetBit(start);
    return next < 0 || next >= end;
  }

  /**
   * Whether nothing was found in a stretch yet that says more than that it is somebody's number for
   * something.
   */
  boolean isFreeButForReferences(int start, int end) {
    BitSet known = taken.get(start, end);
    known.andNot(references.get(start, end));
    return known.isEmpty();
  }
}
