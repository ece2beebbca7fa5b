package dev.gatehouse.ledger;

import dev.gatehouse.config.BudgetConfig;
import dev.gatehouse.config.BudgetConfig.Period;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** One budget's spending in its current period. Guarded by the lock of {@link Budgets}. */
final class BudgetAccount {
  private final BudgetConfig budget;
  private final Scope scope;
  private Instant periodStart;
  private BigDecimal spent;
  private BigDecimal held = BigDecimal.ZERO;

  BudgetAccount(BudgetConfig budget, Ledger ledger, Instant now) {
    this.budget = budget;
    this.scope = Scope.parse(budget.scope());
    this.periodStart = startOf(budget.period(), now);
    this.spent = ledger.committed(scope, periodStart);
  }

  /**
   * When the calendar period around {@code now} began, in UTC; weeks begin on Monday (ISO 8601).
   */
  static Instant startOf(Period period, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate first =
        switch (period) {
          case DAY -> day;
          case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> day.withDayOfMonth(1);
        };
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  BudgetConfig budget() {
    return budget;
  }

  Scope scope() {
    return scope;
  }

  Instant periodStart() {
    return periodStart;
  }

  /** Counts from zero if a new period began; an instant of an earlier period changes nothing. */
  void rollOver(Instant now) {
    Instant start = startOf(budget.period(), now);
    if (start.isAfter(periodStart)) {
      periodStart = start;
      spent = BigDecimal.ZERO;
      held = BigDecimal.ZERO;
    }
  }

  /** Whether so much more might overrun the limit; what costs nothing never does. */
  boolean wouldOverrun(BigDecimal estimate) {
    return estimate.signum() > 0 && spent.add(held).add(estimate).compareTo(budget.limit()) > 0;
  }

  void hold(BigDecimal estimate) {
    held = held.add(estimate);
  }

  /** A period that has ended is not charged any more: its account is closed. */
  void settle(Instant period, BigDecimal estimate, BigDecimal actual) {
    if (period.equals(periodStart)) {
      held = held.subtract(estimate);
      spent = spent.add(actual);
    }
  }

  BudgetStatus status() {
    return new BudgetStatus(budget, periodStart, spent, held);
  }
}
