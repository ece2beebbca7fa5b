package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Randomness;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule of a user's own, as gitleaks writes them.
 *
 * @param id its name in findings
 * @param expression what it looks for
 * @param keywords of which one has to stand in the text; empty means that none has to
 * @param evidence what makes a match a secret
 */
public record SecretRule(
    String id, Expression expression, List<String> keywords, Evidence evidence) {

  public SecretRule {
    keywords = List.copyOf(keywords);
  }

  /** The secret of a match that begins at exactly {@code start}, if it is one. */
  Optional<RuleMatch> at(String text, Matcher matcher, int start, StepBudget budget) {
    matcher.region(start, Math.min(text.length(), start + Expression.LONGEST));
    return matcher.lookingAt() ? judged(text, matcher, budget) : Optional.empty();
  }

  /** The secret of the matcher's current match, if it is one. */
  Optional<RuleMatch> judged(String text, Matcher matcher, StepBudget budget) {
    int group = group(matcher);
    int from = expression.nameStart(text, matcher.start());
    RuleMatch match =
        new RuleMatch(text, from, matcher.end(), matcher.start(group), matcher.end(group));
    boolean secret =
        match.end() > match.start()
            && (evidence.entropy() <= 0
                || Randomness.entropy(text, match.start(), match.end()) > evidence.entropy())
            && evidence.allowlists().stream().noneMatch(list -> list.allows(match, budget));
    return secret ? Optional.of(match) : Optional.empty();
  }

  /** The group that the rule names, else the first that took part, else the whole match. */
  private int group(Matcher matcher) {
    if (evidence.secretGroup() > 0) {
      return matcher.start(evidence.secretGroup()) >= 0 ? evidence.secretGroup() : 0;
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.end(group) > matcher.start(group)) {
        return group;
      }
    }
    return 0;
  }

  /**
   * What makes a match a secret.
   *
   * @param entropy bits a character that the secret must have more than; 0 asks for none
   * @param secretGroup the group that holds the secret; 0 for the first that took part
   */
  public record Evidence(double entropy, int secretGroup, List<Allowlist> allowlists) {
    public Evidence {
      allowlists = List.copyOf(allowlists);
    }
  }

  /**
   * What a rule looks for.
   *
   * @param pattern without the optional name before the keyword, which costs most and decides
   *     nothing
   * @param named whether there was one
   */
  public record Expression(Pattern pattern, boolean named) {

    /** Longest match, in UTF-16 units: more than any key in armour. */
    static final int LONGEST = 16_384;

    private static final String NAME = "[\\w.-]{0,50}?";
    private static final int MAX_NAME = 50;

    /**
     * Compiles.
     *
     * @param regex in Go's syntax
     * @throws java.util.regex.PatternSyntaxException if Java cannot do what it asks
     */
    public static Expression of(String regex) {
      String shorter = regex.replace("(?i)" + NAME, "(?i)").replace("(?i:" + NAME, "(?i:");
      String bare = shorter.startsWith(NAME) ? shorter.substring(NAME.length()) : shorter;
      return new Expression(GoExpression.compile(bare), !bare.equals(regex));
    }

    /** Where the name that belongs to a match begins. */
    int nameStart(String text, int start) {
      int from = start;
      while (named && from > 0 && start - from < MAX_NAME && isName(text.charAt(from - 1))) {
        from--;
      }
      return from;
    }

    private static boolean isName(char c) {
      return c == '_' || c == '.' || c == '-' || (c < 128 && Character.isLetterOrDigit(c));
    }
  }
}
