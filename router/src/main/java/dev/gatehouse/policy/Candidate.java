package dev.gatehouse.policy;

import dev.gatehouse.catalogue.ModelPrice;
import dev.gatehouse.provider.Model;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A model as the decision saw it.
 *
 * @param obstacle why it cannot take the request; empty if it can
 * @param reason one sentence for people
 * @param price what its tokens are charged at; empty means free for LOCAL models and unknown for
 *     CLOUD ones
 * @param expectedCost US dollars at list price for the expected answer; empty where the price is
 *     unknown
 * @param upperBound most that the answer can cost at list price, US dollars; 0 where the price is
 *     unknown
 */
public record Candidate(
    Model model,
    Optional<Obstacle> obstacle,
    String reason,
    Optional<ModelPrice> price,
    Optional<BigDecimal> expectedCost,
    BigDecimal upperBound) {

  /** Whether it can take the request. */
  public boolean eligible() {
    return obstacle.isEmpty();
  }
}
