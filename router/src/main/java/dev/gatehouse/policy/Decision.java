package dev.gatehouse.policy;

import dev.gatehouse.catalogue.ModelPrice;
import java.util.List;
import java.util.Optional;

/** What is to be done with a request. */
public sealed interface Decision {

  /** Every model that was looked at, the chosen ones first. */
  List<Candidate> candidates();

  /**
   * Let these answer, in this order.
   *
   * @param ranked at least one, all eligible
   * @param reason why the first is first
   * @param reference the cloud price that a local answer is compared with; empty only if there is
   *     no price at all
   */
  record Route(
      List<Candidate> ranked,
      List<Candidate> candidates,
      String reason,
      Optional<ModelPrice> reference)
      implements Decision {
    public Route {
      ranked = List.copyOf(ranked);
      candidates = List.copyOf(candidates);
      if (ranked.isEmpty()) {
        throw new IllegalArgumentException("a route needs a candidate");
      }
    }
  }

  /**
   * Nobody can answer.
   *
   * @param cause the obstacle that, removed, would have helped
   * @param message what the client should know and do
   * @param field the request's field that nobody can carry, where one is the obstacle
   */
  record Refuse(Cause cause, String message, Optional<String> field, List<Candidate> candidates)
      implements Decision {
    public Refuse {
      candidates = List.copyOf(candidates);
    }
  }

  /** Why nobody can answer. */
  enum Cause {
    MODEL_NOT_FOUND,
    PRIVACY_NO_LOCAL_CAPACITY,
    PRIVACY_FORBIDS_MODEL,
    UNSUPPORTED_FIELD,
    CONTEXT_LENGTH_EXCEEDED,
    PRICE_UNKNOWN,
    MAX_COST_EXCEEDED,
    NO_MODEL_AVAILABLE
  }
}
