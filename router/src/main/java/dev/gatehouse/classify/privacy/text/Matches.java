package dev.gatehouse.classify.privacy.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the detectors found in one text. Not for use by several threads. */
public final class Matches {

  private final List<Match> found = new ArrayList<>();
  private final List<Rule> unread = new ArrayList<>();

  /**
   * Adds a value at {@code start} to {@code end} of {@code text.text()}; more than {@link
   * NormalizedText#MAX_MATCHES} are not kept, since the whole string is then reported.
   */
  public void add(NormalizedText text, Rule rule, int start, int end) {
    if (end > text.text().length() || start >= end || start < 0) {
      throw new IllegalArgumentException(rule.name() + ": no such stretch of the text");
    }
    if (found.size() <= NormalizedText.MAX_MATCHES) {
      found.add(new Match(rule, start, end));
    }
  }

  /**
   * Says that a detector could not read the text.
   *
   * @param why of what nobody can read
   */
  public void unread(Rule why) {
    unread.add(why);
  }

  /** Why detectors could not read the text; empty where all could. */
  public List<Rule> unread() {
    return Collections.unmodifiableList(unread);
  }

  /** Whether there were more than are kept. */
  public boolean overflowed() {
    return found.size() > NormalizedText.MAX_MATCHES;
  }

  /** Every value so far, at offsets of the text, in the order found. */
  public List<Match> all() {
    return Collections.unmodifiableList(found);
  }
}
