package dev.gatehouse.pipeline;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.policy.Decision;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is to be done with a request, and, where it would leave, lets a local model say
 * first whether it is more private than the rules found.
 */
public record Judging(Decider decider, Optional<PrivacyJudge> judge) {

  /** Decides; sends nothing but to the judge. */
  Consideration consider(Inbound inbound, Asked asked) {
    Consideration considered = decider.consider(inbound, asked);
    if (judge.isEmpty() || !leaves(considered.decision())) {
      return considered;
    }
    Set<PrivacyClass> higher = judge.get().raised(considered, decider.atHome(considered));
    return higher.isEmpty() ? considered : decider.raised(considered, asked, higher);
  }

  private static boolean leaves(Decision decision) {
    return decision instanceof Decision.Route route
        && route.ranked().stream().anyMatch(each -> each.model().locality() == Locality.CLOUD);
  }
}
