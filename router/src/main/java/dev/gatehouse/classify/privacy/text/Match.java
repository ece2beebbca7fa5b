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
   * name, else the longer. What was not read stays so.
   */
  public Match joined(Match other) {
    if (rule.unread() != other.rule.unread()) {
      return across(other, rule.unread() ? rule : other.rule);
    }
    boolean surer = rule.type().isForm() && !other.rule.type().isForm();
    boolean lessSure = !rule.type().isForm() && other.rule.type().isForm();
    boolean others = lessSure || (!surer && other.length() > length());
    return across(other, others ? other.rule : rule);
  }

  private Match across(Match other, Rule named) {
    return new Match(named, Math.min(start, other.start), Math.max(end, other.end));
  }
}
