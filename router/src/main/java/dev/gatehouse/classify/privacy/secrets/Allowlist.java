package dev.gatehouse.classify.privacy.secrets;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a rule's finding may hold and be none, as gitleaks defines it.
 *
 * @param target what the expressions are held against
 * @param all whether every condition has to hold, and not one of them
 * @param regexes in Go's syntax
 * @param stopwords that the secret may contain, without regard to case
 */
public record Allowlist(Target target, boolean all, List<Pattern> regexes, List<String> stopwords) {

  /** What the expressions are held against. */
  public enum Target {
    SECRET,
    MATCH,
    LINE
  }

  public Allowlist {
    regexes = List.copyOf(regexes);
    stopwords = stopwords.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** An expression of an allowlist, in Go's syntax. */
  public static Pattern expression(String regex) {
    return GoExpression.compile(regex);
  }

  boolean allows(RuleMatch match, StepBudget budget) {
    boolean word = stopwords.stream().anyMatch(match.secret().toLowerCase(Locale.ROOT)::contains);
    boolean expression = isMatched(match, budget);
    return all
        ? (word || stopwords.isEmpty()) && (expression || regexes.isEmpty())
        : word || expression;
  }

  private boolean isMatched(RuleMatch match, StepBudget budget) {
    CharSequence text =
        budget.of(
            switch (target) {
              case SECRET -> match.secret();
              case MATCH -> match.whole();
              case LINE -> match.line();
            });
    return regexes.stream().anyMatch(regex -> regex.matcher(text).find());
  }
}
