package dev.gatehouse.classify;

import dev.gatehouse.config.PrivacyClass;
import java.util.Set;

/** What a request is: how private and how hard. */
public record Classification(PrivacyReport privacy, Complexity complexity) {

  /**
   * The same with what a judge found in the request as a whole: findings without a place, which
   * nobody can redact.
   */
  public Classification raisedTo(Set<PrivacyClass> judged) {
    return new Classification(
        privacy.with(judged.stream().sorted().map(Finding::ofJudge).toList()), complexity);
  }

  /** The same with classes that earlier turns were found to have. */
  public Classification joinedWith(Set<PrivacyClass> inherited) {
    return inherited.isEmpty()
        ? this
        : new Classification(privacy.joinedWith(inherited), complexity);
  }
}
