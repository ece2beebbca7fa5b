package dev.gatehouse.classify.privacy.secrets;

import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The user's own rules: one pass looks for the keywords of all of them, and only around a keyword
 * is its rule's expression tried, within a budget. Where that runs out, nobody knows what the text
 * holds, and that is what is found.
 */
final class SecretRuleDetector implements Detector {

  private static final Rule TOO_MANY_STEPS = Rule.unscannable("secret-rules-budget");

  /** How far before its keyword a match may begin, where it does not begin with it. */
  private static final int BEFORE = 512;

  private final List<Planned> keyworded = new ArrayList<>();
  private final List<Planned> others = new ArrayList<>();
  private final List<Planned> ruleOfKeyword = new ArrayList<>();
  private final List<String> keywords = new ArrayList<>();
  private final KeywordAutomaton automaton;

  SecretRuleDetector(List<SecretRule> rules) {
    for (SecretRule rule : rules) {
      boolean bound = rule.keywords().stream().noneMatch(String::isEmpty);
      List<Planned> group = bound && !rule.keywords().isEmpty() ? keyworded : others;
      Planned planned =
          new Planned(group.size(), rule, Rule.secret(rule.id()), RuleHead.isKeyword(rule));
      group.add(planned);
      if (group == keyworded) {
        rule.keywords().forEach(_ -> ruleOfKeyword.add(planned));
        keywords.addAll(rule.keywords());
      }
    }
    automaton = new KeywordAutomaton(keywords);
  }

  @Override
  public void detect(NormalizedText normalized, Matches matches) {
    if (keyworded.isEmpty() && others.isEmpty()) {
      return;
    }
    Search search = new Search(normalized, matches);
    try {
      automaton.scan(normalized.text(), search::hit);
      others.forEach(search::everywhere);
    } catch (StepBudget.Exhausted | StackOverflowError _) {
      matches.unread(TOO_MANY_STEPS);
    }
  }

  /**
   * A rule and how to look for it.
   *
   * @param index among those with keywords
   * @param beginsWithKeyword whether its matches begin where a keyword does
   */
  private record Planned(int index, SecretRule rule, Rule name, boolean beginsWithKeyword) {}

  /** The search through one text; what it needs is made at the first keyword. */
  private final class Search {
    private final NormalizedText normalized;
    private final Matches matches;
    private @Nullable State state;

    Search(NormalizedText normalized, Matches matches) {
      this.normalized = normalized;
      this.matches = matches;
    }

    void hit(int keyword, int end) {
      Planned planned = ruleOfKeyword.get(keyword);
      int start = end - keywords.get(keyword).length();
      State known = state();
      int from = planned.beginsWithKeyword() ? start : Math.max(0, start - BEFORE);
      for (int at = Math.max(from, known.next[planned.index()]); at <= start; at++) {
        known.next[planned.index()] = at + 1;
        Matcher matcher = known.matcher(planned);
        Optional<RuleMatch> found = planned.rule().at(normalized.text(), matcher, at, known.budget);
        found.ifPresent(match -> add(planned, match));
        found.ifPresent(match -> known.next[planned.index()] = match.end());
        at = Math.max(at, known.next[planned.index()] - 1);
      }
    }

    void everywhere(Planned planned) {
      State known = state();
      Matcher matcher =
          planned.rule().expression().pattern().matcher(known.budget.of(normalized.text()));
      while (matcher.find()) {
        planned
            .rule()
            .judged(normalized.text(), matcher, known.budget)
            .ifPresent(match -> add(planned, match));
      }
    }

    private void add(Planned planned, RuleMatch match) {
      matches.add(normalized, planned.name(), match.start(), match.end());
    }

    private State state() {
      State known = state;
      if (known == null) {
        known = new State(keyworded.size(), normalized.text());
        state = known;
      }
      return known;
    }
  }

  private static final class State {
    private final StepBudget budget;
    private final CharSequence counted;
    private final int[] next;
    private final @Nullable Matcher[] matchers;

    State(int rules, String text) {
      budget = new StepBudget(text.length());
      counted = budget.of(text);
      next = new int[rules];
      matchers = new Matcher[rules];
    }

    Matcher matcher(Planned planned) {
      Matcher known = matchers[planned.index()];
      if (known == null) {
        known = planned.rule().expression().pattern().matcher(counted);
        known.useTransparentBounds(true).useAnchoringBounds(false);
        matchers[planned.index()] = known;
      }
      return known;
    }
  }
}
