package dev.gatehouse.classify.privacy.text;

/**
 * A found value.
 *
 * @param start first UTF-16 unit, of the text that the detector read or, once resolved, of the
 *     original string
 * @param end one past the last
 */
public record Match(Rule rule, int start, int end) {

  /** In UTF-16 units. */
  public int length() {
    return end - start;
  }

  /**
   * This value and one that overlaps it as one, named after what is surer: a form rather than a
   * name, else the longer.
   */
  public Match joined(Match other) {
    boolean surer = rule.type().isForm() && !other.rule.type().isForm();
    boolean lessSure = !rule.type().isForm() && other.rule.type().isForm();
    boolean others = lessSure || (!surer && other.length() > length());
    return new Match(
        others ? other.rule : rule, Math.min(start, other.start), Math.max(end, other.end));
  }
}
