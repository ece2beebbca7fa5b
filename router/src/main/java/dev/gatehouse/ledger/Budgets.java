package dev.gatehouse.ledger;

import dev.gatehouse.config.BudgetConfig;
import dev.gatehouse.config.BudgetConfig.AtLimit;
import dev.gatehouse.config.BudgetConfig.Period;
import dev.gatehouse.config.KeyConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps spending within its limits: the upper bound of a call's cost is set aside before it and
 * replaced by the actual cost after it, so that calls made at the same time cannot slip through
 * together (docs/decisions/0004). Safe for use by any thread; never blocks for longer than a few
 * additions.
 *
 * <p>What the ledger says is read once, at the start. Another gateway on the same ledger is seen
 * only then.
 */
public final class Budgets {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<BudgetAccount> accounts;

  private Budgets(List<BudgetAccount> accounts) {
    this.accounts = accounts;
  }

  /**
   * Takes up what was spent so far in each budget's current period; orphans count at their
   * estimate, and so do requests that still run.
   *
   * @param keys each monthly limit of a key becomes a budget that refuses
   * @throws LedgerException if the ledger cannot be read
   * @throws IllegalArgumentException if a scope is none that {@link Scope#parse} knows
   */
  public static Budgets open(
      List<BudgetConfig> budgets, List<KeyConfig> keys, Ledger ledger, Instant now) {
    return new Budgets(
        Stream.concat(budgets.stream(), keys.stream().flatMap(key -> ofKey(key).stream()))
            .map(budget -> new BudgetAccount(budget, ledger, now))
            .toList());
  }

  private static Optional<BudgetConfig> ofKey(KeyConfig key) {
    return key.budgetPerMonth()
        .map(limit -> new BudgetConfig("key:" + key.name(), Period.MONTH, limit, AtLimit.REFUSE));
  }

  /**
   * Sets money aside in every budget that the call is charged to, or in none. A call that costs
   * nothing is always granted, whatever was spent before.
   *
   * @param estimate upper bound of the list cost in US dollars, at least 0
   * @param now begins a budget's next period where it lies in one
   */
  public HoldResult tryHold(BudgetScopes scopes, BigDecimal estimate, Instant now) {
    if (estimate.signum() < 0) {
      throw new IllegalArgumentException("estimate: expected 0 or more, got " + estimate);
    }
    return locked(
        () -> {
          List<BudgetAccount> charged = charged(scopes, now);
          return blocking(charged, estimate)
              .<HoldResult>map(HoldResult.Exceeded::new)
              .orElseGet(() -> new HoldResult.Granted(hold(charged, estimate)));
        });
  }

  /** Whether any budget is charged for such a call. */
  public boolean hold(BudgetScopes scopes) {
    return accounts.stream().anyMatch(account -> scopes.include(account.scope()));
  }

  /** The budget for which {@link #tryHold} would fail now; nothing is set aside. */
  public Optional<BudgetConfig> exceeded(BudgetScopes scopes, BigDecimal estimate, Instant now) {
    return locked(() -> blocking(charged(scopes, now), estimate));
  }

  /** Where every budget stands, in the order of the configuration, those of the keys last. */
  public List<BudgetStatus> status(Instant now) {
    return locked(
        () -> {
          accounts.forEach(account -> account.rollOver(now));
          return accounts.stream().map(BudgetAccount::status).toList();
        });
  }

  void settle(Hold hold, BigDecimal actual) {
    locked(
        () -> {
          hold.settleOnce(actual);
          return hold;
        });
  }

  private List<BudgetAccount> charged(BudgetScopes scopes, Instant now) {
    List<BudgetAccount> charged =
        accounts.stream().filter(account -> scopes.include(account.scope())).toList();
    charged.forEach(account -> account.rollOver(now));
    return charged;
  }

  private static Optional<BudgetConfig> blocking(List<BudgetAccount> charged, BigDecimal estimate) {
    List<BudgetConfig> overrun = overrun(charged, estimate);
    return Stream.of(AtLimit.REFUSE, AtLimit.LOCAL)
        .flatMap(atLimit -> overrun.stream().filter(budget -> budget.atLimit() == atLimit))
        .findFirst();
  }

  private Hold hold(List<BudgetAccount> charged, BigDecimal estimate) {
    List<BudgetConfig> overrun = overrun(charged, estimate);
    Map<BudgetAccount, Instant> periods = new HashMap<>();
    for (BudgetAccount account : charged) {
      account.hold(estimate);
      periods.put(account, account.periodStart());
    }
    return new Hold(this, estimate, periods, overrun);
  }

  private static List<BudgetConfig> overrun(List<BudgetAccount> charged, BigDecimal estimate) {
    return charged.stream()
        .filter(account -> account.wouldOverrun(estimate))
        .map(BudgetAccount::budget)
        .toList();
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
