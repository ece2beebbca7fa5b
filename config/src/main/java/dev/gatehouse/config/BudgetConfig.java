package dev.gatehouse.config;

import java.math.BigDecimal;

/**
 * A limit on list cost over a calendar period in UTC.
 *
 * @param scope {@code global}, {@code key:NAME} or {@code provider:NAME}
 * @param limit US dollars, at least 0
 */
public record BudgetConfig(String scope, Period period, BigDecimal limit, AtLimit atLimit) {

  public BudgetConfig {
    if (!scope.matches("global|(key|provider):.+")) {
      throw new IllegalArgumentException("not the scope of a budget: " + scope);
    }
    if (limit.signum() < 0) {
      throw new IllegalArgumentException(scope + ": a limit must not be negative");
    }
  }

  /** The calendar period, in UTC, after which spending counts from zero again. */
  public enum Period {
    DAY,
    WEEK,
    MONTH
  }

  /** What happens to a request that might overrun the limit. */
  public enum AtLimit {
    /** Only candidates that cost nothing remain. */
    LOCAL,
    /** The request is refused. */
    REFUSE,
    /** It is served; the overrun is logged. */
    WARN
  }
}
