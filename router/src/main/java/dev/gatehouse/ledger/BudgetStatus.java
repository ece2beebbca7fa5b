package dev.gatehouse.ledger;

import dev.gatehouse.config.BudgetConfig;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Where a budget stands. Money is in US dollars.
 *
 * @param periodStart when spending last counted from zero
 * @param spent by calls that ended; may be above the limit
 * @param held for calls that run
 */
public record BudgetStatus(
    BudgetConfig budget, Instant periodStart, BigDecimal spent, BigDecimal held) {

  /** What may still be set aside, at least 0. */
  public BigDecimal remaining() {
    return budget.limit().subtract(spent).subtract(held).max(BigDecimal.ZERO);
  }
}
