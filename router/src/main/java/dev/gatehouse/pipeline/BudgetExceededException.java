package dev.gatehouse.pipeline;

import dev.gatehouse.config.BudgetConfig;

/** A budget that refuses might be overrun by the call. */
final class BudgetExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BudgetExceededException(BudgetConfig budget) {
    super(
        "the budget '"
            + budget.scope()
            + "' of $"
            + budget.limit().toPlainString()
            + " a "
            + budget.period().name().toLowerCase(java.util.Locale.ROOT)
            + " might be overrun");
  }
}
