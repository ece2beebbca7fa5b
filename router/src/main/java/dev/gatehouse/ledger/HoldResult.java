package dev.gatehouse.ledger;

import dev.gatehouse.config.BudgetConfig;

/** Whether money was set aside for a call. */
public sealed interface HoldResult {

  /**
   * It was; the call may be made.
   *
   * @param hold to be settled in any case
   */
  record Granted(Hold hold) implements HoldResult {}

  /**
   * It was not, since a budget might be overrun; nothing is held.
   *
   * @param budget which one, with what is to happen at its limit: a refusing one where there are
   *     several
   */
  record Exceeded(BudgetConfig budget) implements HoldResult {}
}
