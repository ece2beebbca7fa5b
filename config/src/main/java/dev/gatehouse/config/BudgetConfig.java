package dev.gatehouse.config;

import java.math.BigDecimal;

/**
 * A limit on list cost over a calendar period in UTC.
 *
 * @param scope {@code global}, {@code key:NAME} or {@code provider:NAME}
 * @param limit US dollars, at least 0
 */
public record BudgetConfig(String scope, Period period, BigDecimal limit, AtLimit atLimit) {

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
