package dev.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.config.BudgetConfig;
import dev.gatehouse.config.BudgetConfig.AtLimit;
import dev.gatehouse.config.BudgetConfig.Period;
import dev.gatehouse.config.KeyConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BudgetsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T23:59:00Z");
  private static final BudgetScopes APP = new BudgetScopes(Optional.of("app"), "openai");
  private static final BudgetScopes NOBODY = new BudgetScopes(Optional.empty(), "claude");

  @TempDir Path directory;
  private Ledger ledger;

  @BeforeEach
  void openLedger() {
    ledger = SqliteLedger.open(directory.resolve("gatehouse.db"));
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void thousandConcurrentHoldsNeverOvershootFiveDollars() throws InterruptedException {
    Budgets budgets = budgets(budget("global", "5", AtLimit.REFUSE));
    Queue<BigDecimal> granted = new ConcurrentLinkedQueue<>();
    CountDownLatch start = new CountDownLatch(1);
    List<BigDecimal> estimates = randomEstimates(1_000);

    List<Thread> threads =
        estimates.stream()
            .map(
                estimate -> Thread.ofVirtual().start(() -> hold(budgets, estimate, start, granted)))
            .toList();
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    BigDecimal sum = granted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isLessThanOrEqualTo(new BigDecimal("5")).isGreaterThan(new BigDecimal("4.95"));
    assertThat(budgets.status(NOW).getFirst().held()).isEqualByComparingTo(sum);
  }

  @Test
  void exactlyAsManyCallsAsFitAreGrantedWhenThreadsRace() throws InterruptedException {
    Budgets budgets = budgets(budget("global", "5", AtLimit.REFUSE));
    AtomicInteger granted = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);

    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(_ -> Thread.ofPlatform().start(() -> holdMills(budgets, start, granted)))
            .toList();
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(granted).hasValue(5_000);
    assertThat(budgets.status(NOW).getFirst().spent()).isEqualByComparingTo("5");
    assertThat(budgets.status(NOW).getFirst().held()).isEqualByComparingTo("0");
  }

  @Test
  void limitCanBeUsedToTheLastNanoDollar() {
    Budgets budgets = budgets(budget("global", "5", AtLimit.REFUSE));

    assertThat(budgets.tryHold(APP, usd("4.999999999"), NOW))
        .isInstanceOf(HoldResult.Granted.class);
    assertThat(budgets.tryHold(APP, usd("0.000000001"), NOW))
        .isInstanceOf(HoldResult.Granted.class);
    assertThat(budgets.tryHold(APP, usd("0.000000001"), NOW))
        .isInstanceOf(HoldResult.Exceeded.class);
  }

  @Test
  void settlementFreesWhatTheCallDidNotCost() {
    Budgets budgets = budgets(budget("global", "1", AtLimit.REFUSE));
    Hold hold = granted(budgets.tryHold(APP, usd("1"), NOW));

    hold.settle(usd("0.25"));
    hold.settle(usd("0.99"));

    assertThat(budgets.status(NOW).getFirst().remaining()).isEqualByComparingTo("0.75");
    assertThat(budgets.exceeded(APP, usd("0.75"), NOW)).isEmpty();
    assertThat(budgets.exceeded(APP, usd("0.76"), NOW)).isPresent();
  }

  @Test
  void releaseGivesEverythingBack() {
    Budgets budgets = budgets(budget("global", "1", AtLimit.REFUSE));

    granted(budgets.tryHold(APP, usd("1"), NOW)).release();

    assertThat(budgets.exceeded(APP, usd("1"), NOW)).isEmpty();
  }

  @Test
  void actualAboveTheEstimateIsSeenByLaterHolds() {
    Budgets budgets = budgets(budget("global", "1", AtLimit.REFUSE));

    granted(budgets.tryHold(APP, usd("0.5"), NOW)).settle(usd("1.5"));

    assertThat(budgets.tryHold(APP, usd("0.01"), NOW)).isInstanceOf(HoldResult.Exceeded.class);
    assertThat(budgets.status(NOW).getFirst().spent()).isEqualByComparingTo("1.5");
    assertThat(budgets.status(NOW).getFirst().remaining()).isEqualByComparingTo("0");
  }

  @Test
  void whatCostsNothingIsServedEvenOverTheLimit() {
    Budgets budgets = budgets(budget("global", "1", AtLimit.LOCAL));
    granted(budgets.tryHold(APP, usd("1"), NOW)).settle(usd("2"));

    assertThat(budgets.tryHold(APP, BigDecimal.ZERO, NOW)).isInstanceOf(HoldResult.Granted.class);
  }

  @Test
  void newPeriodFreesTheKeyAtItsFirstInstant() {
    Budgets budgets = budgets(budget("key:app", "5", AtLimit.REFUSE));
    granted(budgets.tryHold(APP, usd("5"), NOW)).settle(usd("5"));
    Instant december = Instant.parse("2026-12-01T00:00:00Z");

    assertThat(budgets.tryHold(APP, usd("0.01"), december.minusNanos(1)))
        .isInstanceOf(HoldResult.Exceeded.class);
    assertThat(budgets.tryHold(APP, usd("5"), december)).isInstanceOf(HoldResult.Granted.class);
  }

  @Test
  void callThatEndsAfterItsPeriodIsNotChargedToTheNext() {
    Budgets budgets = budgets(budget("global", "5", AtLimit.REFUSE));
    Hold hold = granted(budgets.tryHold(APP, usd("5"), NOW));
    Instant december = Instant.parse("2026-12-01T00:00:00Z");
    granted(budgets.tryHold(APP, usd("1"), december));

    hold.settle(usd("5"));

    BudgetStatus status = budgets.status(december).getFirst();
    assertThat(status.spent()).isEqualByComparingTo("0");
    assertThat(status.held()).isEqualByComparingTo("1");
  }

  @Test
  void clockThatStepsBackDoesNotReopenAnOldPeriod() {
    Budgets budgets = budgets(budget("global", "5", AtLimit.REFUSE));
    Instant december = Instant.parse("2026-12-01T00:00:00Z");
    granted(budgets.tryHold(APP, usd("5"), december));

    assertThat(budgets.tryHold(APP, usd("1"), NOW)).isInstanceOf(HoldResult.Exceeded.class);
  }

  @Test
  void periodsAreDaysWeeksFromMondayAndMonthsInUtc() {
    Instant tuesday = Instant.parse("2026-12-01T15:00:00Z");

    assertThat(BudgetAccount.startOf(Period.DAY, tuesday)).isEqualTo("2026-12-01T00:00:00Z");
    assertThat(BudgetAccount.startOf(Period.WEEK, tuesday)).isEqualTo("2026-11-30T00:00:00Z");
    assertThat(BudgetAccount.startOf(Period.MONTH, NOW)).isEqualTo("2026-11-01T00:00:00Z");
  }

  @Test
  void eachScopeIsChargedForItsOwnCallsOnly() {
    Budgets budgets =
        budgets(
            budget("global", "3", AtLimit.REFUSE),
            budget("key:app", "2", AtLimit.REFUSE),
            budget("provider:claude", "1", AtLimit.REFUSE));

    granted(budgets.tryHold(APP, usd("2"), NOW));
    granted(budgets.tryHold(NOBODY, usd("1"), NOW));

    assertThat(budgets.status(NOW))
        .extracting(status -> status.held().intValueExact())
        .containsExactly(3, 2, 1);
  }

  @Test
  void refusedCallHoldsNothingInTheBudgetsThatHadRoom() {
    Budgets budgets =
        budgets(budget("global", "10", AtLimit.LOCAL), budget("key:app", "1", AtLimit.REFUSE));

    HoldResult result = budgets.tryHold(APP, usd("2"), NOW);

    assertThat(result).isEqualTo(new HoldResult.Exceeded(budget("key:app", "1", AtLimit.REFUSE)));
    assertThat(budgets.status(NOW).getFirst().held()).isEqualByComparingTo("0");
  }

  @Test
  void refusingBudgetIsNamedBeforeOneThatFallsBackToLocal() {
    Budgets budgets =
        budgets(budget("global", "1", AtLimit.LOCAL), budget("key:app", "1", AtLimit.REFUSE));

    assertThat(budgets.exceeded(APP, usd("2"), NOW).orElseThrow().atLimit())
        .isEqualTo(AtLimit.REFUSE);
  }

  @Test
  void warningBudgetNeverBlocksAndIsNamedOnTheHold() {
    BudgetConfig warning = budget("global", "1", AtLimit.WARN);
    Budgets budgets = budgets(warning);

    Hold hold = granted(budgets.tryHold(APP, usd("2"), NOW));

    assertThat(hold.overruns()).containsExactly(warning);
  }

  @Test
  void monthlyLimitOfAKeyRefuses() {
    KeyConfig key =
        new KeyConfig(
            "app", Optional.empty(), Optional.of("00"), Optional.empty(), Optional.of(usd("5")));
    Budgets budgets = Budgets.open(List.of(), List.of(key), ledger, NOW);

    assertThat(budgets.tryHold(APP, usd("5.01"), NOW))
        .isEqualTo(new HoldResult.Exceeded(budget("key:app", "5", AtLimit.REFUSE)));
    assertThat(budgets.tryHold(NOBODY, usd("5.01"), NOW)).isInstanceOf(HoldResult.Granted.class);
  }

  @Test
  void restartTakesUpWhatThePeriodHasSpentAndWhatStillRuns() {
    ledger.reserve(Rows.reservation("october", Instant.parse("2026-10-31T23:59:59Z"), "4"));
    ledger.reserve(Rows.reservation("running", Rows.START, "1"));
    ledger.reserve(Rows.reservation("settled", Rows.START, "1"));
    ledger.settle(Rows.settlement("settled", "0.5"));

    Budgets budgets = budgets(budget("global", "5", AtLimit.REFUSE));

    assertThat(budgets.status(NOW).getFirst().spent()).isEqualByComparingTo("1.5");
  }

  @Test
  void negativeMoneyIsRefused() {
    Budgets budgets = budgets(budget("global", "5", AtLimit.REFUSE));
    Hold hold = granted(budgets.tryHold(APP, usd("1"), NOW));

    assertThatThrownBy(() -> budgets.tryHold(APP, usd("-1"), NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hold.settle(usd("-1"))).isInstanceOf(IllegalArgumentException.class);
  }

  private Budgets budgets(BudgetConfig... budgets) {
    return Budgets.open(List.of(budgets), List.of(), ledger, NOW);
  }

  private static BudgetConfig budget(String scope, String limit, AtLimit atLimit) {
    return new BudgetConfig(scope, Period.MONTH, usd(limit), atLimit);
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }

  private static Hold granted(HoldResult result) {
    return switch (result) {
      case HoldResult.Granted(Hold hold) -> hold;
      case HoldResult.Exceeded(BudgetConfig budget) -> throw new AssertionError(budget);
    };
  }

  private static List<BigDecimal> randomEstimates(int count) {
    Random random = new Random(7);
    List<BigDecimal> estimates = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(_ -> estimates.add(BigDecimal.valueOf(random.nextLong(1, 50_000_000), 9)));
    return estimates;
  }

  private static void holdMills(Budgets budgets, CountDownLatch start, AtomicInteger granted) {
    Uninterruptibly.run(start::await);
    for (int i = 0; i < 5_000; i++) {
      if (budgets.tryHold(APP, usd("0.001"), NOW) instanceof HoldResult.Granted(Hold hold)) {
        hold.settle(usd("0.001"));
        granted.incrementAndGet();
      }
    }
  }

  private static void hold(
      Budgets budgets, BigDecimal estimate, CountDownLatch start, Queue<BigDecimal> granted) {
    Uninterruptibly.run(start::await);
    if (budgets.tryHold(APP, estimate, NOW) instanceof HoldResult.Granted) {
      granted.add(estimate);
    }
  }
}
