package dev.gatehouse.ledger;

import dev.gatehouse.config.BudgetConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Money set aside for one call. Must be settled whatever becomes of the call, or the money stays
 * held until the period ends. Safe for use by any thread.
 */
public final class Hold {
  private final Budgets budgets;
  private final BigDecimal estimate;
  private final Map<BudgetAccount, Instant> periods;
  private final List<BudgetConfig> overruns;
  private boolean settled;

  Hold(
      Budgets budgets,
      BigDecimal estimate,
      Map<BudgetAccount, Instant> periods,
      List<BudgetConfig> overruns) {
    this.budgets = budgets;
    this.estimate = estimate;
    this.periods = Map.copyOf(periods);
    this.overruns = List.copyOf(overruns);
  }

  /** Budgets that only warn and that this call might overrun; for the log. */
  public List<BudgetConfig> overruns() {
    return overruns;
  }

  /**
   * Replaces the estimate by what the call cost, which may be more. It counts towards the period
   * that the hold was granted in. A second settlement changes nothing.
   *
   * @param actual list cost in US dollars, at least 0
   */
  public void settle(BigDecimal actual) {
    if (actual.signum() < 0) {
      throw new IllegalArgumentException("actual: expected 0 or more, got " + actual);
    }
    budgets.settle(this, actual);
  }

  /** Gives everything back: the call was not made, or cost nothing. */
  public void release() {
    settle(BigDecimal.ZERO);
  }

  /** Called with the budgets' lock held. */
  void settleOnce(BigDecimal actual) {
    if (!settled) {
      settled = true;
      periods.forEach((account, period) -> account.settle(period, estimate, actual));
    }
  }
}
