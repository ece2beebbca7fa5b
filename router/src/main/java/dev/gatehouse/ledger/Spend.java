package dev.gatehouse.ledger;

import java.math.BigDecimal;
import java.util.List;

/**
 * A sum over rows of the ledger. Money is in US dollars; running requests are counted but have
 * neither tokens nor cost yet.
 *
 * @param group the values of the dimensions asked for, in their order
 * @param requests all rows, whatever became of them
 * @param running those not settled yet
 * @param orphaned those whose process died, charged at their estimate and without tokens
 * @param estimated those, orphans aside, whose token counts are not the upstream's
 * @param listCost at list price; orphans at their estimate
 * @param effectiveCost really borne; orphans at their estimate
 * @param savings what local answers saved
 */
public record Spend(
    List<String> group,
    long requests,
    long running,
    long orphaned,
    long estimated,
    long inputTokens,
    long outputTokens,
    BigDecimal listCost,
    BigDecimal effectiveCost,
    Savings savings) {

  public Spend {
    group = List.copyOf(group);
  }

  /** The sum over no rows. */
  public static Spend nothing(List<String> group) {
    return new Spend(group, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, Savings.nothing());
  }

  /** Both together, under this one's group. */
  public Spend plus(Spend other) {
    return new Spend(
        group,
        requests + other.requests,
        running + other.running,
        orphaned + other.orphaned,
        estimated + other.estimated,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        listCost.add(other.listCost),
        effectiveCost.add(other.effectiveCost),
        savings.plus(other.savings));
  }
}
