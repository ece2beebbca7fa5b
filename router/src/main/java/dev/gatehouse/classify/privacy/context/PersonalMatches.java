package dev.gatehouse.classify.privacy.context;

import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Rule;
import dev.gatehouse.config.PrivacyClass;

/** Raises what was found to be a private person's. */
final class PersonalMatches {
  private PersonalMatches() {}

  /** The same value as PERSONAL. */
  static Match of(Match match) {
    Rule rule = match.rule();
    return new Match(
        new Rule(rule.type(), rule.name(), PrivacyClass.PERSONAL), match.start(), match.end());
  }
}
