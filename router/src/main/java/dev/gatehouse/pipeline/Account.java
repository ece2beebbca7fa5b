package dev.gatehouse.pipeline;

import dev.gatehouse.config.BudgetConfig;
import dev.gatehouse.config.Locality;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.ledger.BudgetScopes;
import dev.gatehouse.ledger.Hold;
import dev.gatehouse.ledger.HoldResult;
import dev.gatehouse.ledger.Reservation;
import dev.gatehouse.ledger.Settlement;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.ledger.Settlement.UsageSource;
import dev.gatehouse.meter.TokenEstimator;
import dev.gatehouse.policy.Candidate;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request's money: reserved when it is opened, held for each attempt, settled exactly once. For
 * the request's thread only.
 */
final class Account implements Charging {
  private static final Logger LOG = LoggerFactory.getLogger(Account.class);

  private final Accounting accounting;
  private final Reservation reservation;
  private final Decision.Route route;
  private final long inputTokens;

  private Candidate candidate;
  private @Nullable Hold hold;
  private int attempts;
  private Instant attemptedAt;
  private Optional<Usage> usage = Optional.empty();
  private long outputCharacters;
  private String responseModel = "";
  private Optional<Duration> timeToFirstChunk = Optional.empty();
  private @Nullable Settlement settlement;

  private Account(
      Accounting accounting, Reservation reservation, Decision.Route route, long inputTokens) {
    this.accounting = accounting;
    this.reservation = reservation;
    this.route = route;
    this.inputTokens = inputTokens;
    this.candidate = route.ranked().getFirst();
    this.attemptedAt = reservation.startedAt();
  }

  /**
   * Writes the request down.
   *
   * @param inputTokens estimate, for answers whose upstream does not count
   * @throws dev.gatehouse.ledger.LedgerException if that cannot be made durable
   */
  static Account open(
      Accounting accounting, Reservation reservation, Decision.Route route, long inputTokens) {
    accounting.ledger().reserve(reservation);
    return new Account(accounting, reservation, route, inputTokens);
  }

  /** Sets money aside for the call, and gives back what the last one was given. */
  @Override
  public boolean attempt(Candidate next) {
    releaseHold();
    candidate = next;
    attempts++;
    attemptedAt = accounting.clock().instant();
    usage = Optional.empty();
    outputCharacters = 0;
    BudgetScopes scopes = new BudgetScopes(reservation.keyName(), next.model().providerName());
    switch (accounting.budgets().tryHold(scopes, next.upperBound(), attemptedAt)) {
      case HoldResult.Granted(Hold granted) -> {
        hold = granted;
        granted
            .overruns()
            .forEach(
                budget ->
                    LOG.warn(
                        "request {}: budget {} is overrun",
                        reservation.requestId(),
                        budget.scope()));
      }
      case HoldResult.Exceeded(BudgetConfig budget) -> throw exceeded(budget);
    }
    return next.upperBound().signum() > 0 && accounting.budgets().hold(scopes);
  }

  private static RuntimeException exceeded(BudgetConfig budget) {
    BudgetExceededException refused = new BudgetExceededException(budget);
    return switch (budget.atLimit()) {
      case REFUSE -> refused;
      case LOCAL, WARN ->
          new ProviderException(Kind.BUSY, String.valueOf(refused.getMessage()), refused);
    };
  }

  private void releaseHold() {
    if (hold != null) {
      hold.release();
      hold = null;
    }
  }

  @Override
  public Candidate candidate() {
    return candidate;
  }

  @Override
  public void answeredBy(String model) {
    responseModel = model;
  }

  @Override
  public void reported(Usage reported) {
    if (usage.isEmpty()
        || reported.inputTokens() + reported.outputTokens()
            > 0) { // zeros at the end take nothing back
      usage = Optional.of(reported);
    }
  }

  @Override
  public void produced(int characters) {
    outputCharacters += characters;
  }

  @Override
  public void firstChunk() {
    timeToFirstChunk =
        Optional.of(Duration.between(reservation.startedAt(), accounting.clock().instant()));
  }

  /** Writes down how it ended. */
  @Override
  public BigDecimal settle(Outcome outcome, Optional<String> errorKind) {
    if (settlement == null) {
      settlement = settlement(outcome, errorKind);
      if (hold != null) {
        hold.settle(settlement.listCost());
      }
      accounting.ledger().settle(settlement);
      accounting.metrics().settled(candidate.model().id(), reservation, settlement);
    }
    return settlement.listCost();
  }

  private Settlement settlement(Outcome outcome, Optional<String> errorKind) {
    Instant now = accounting.clock().instant();
    boolean produced = outcome != Outcome.FAILED || outputCharacters > 0;
    Usage charged =
        usage
            .map(reported -> outcome == Outcome.COMPLETED ? reported : atLeastProduced(reported))
            .orElseGet(() -> produced ? estimate() : Usage.NONE);
    UsageSource source =
        usage.isPresent()
            ? UsageSource.UPSTREAM
            : produced ? UsageSource.ESTIMATED : UsageSource.NONE;
    BigDecimal listCost =
        candidate
            .price()
            .map(price -> accounting.meter().listCost(charged, price))
            .orElse(BigDecimal.ZERO);
    return new Settlement(
        reservation.requestId(),
        outcome,
        candidate.model().providerName(),
        responseModel.isEmpty() ? candidate.model().id() : responseModel,
        candidate.model().locality(),
        charged,
        source,
        listCost,
        effectiveCost(listCost, now),
        reference(charged),
        timeToFirstChunk,
        Duration.between(reservation.startedAt(), now),
        Math.max(1, attempts),
        errorKind);
  }

  /**
   * Of an answer that was cut an upstream has counted only its beginning: Anthropic's first event
   * says one token. What came is charged, if it is more.
   */
  private Usage atLeastProduced(Usage reported) {
    return reported.withOutputAtLeast(TokenEstimator.ofCharacters(outputCharacters));
  }

  private Usage estimate() {
    return Usage.of(inputTokens, TokenEstimator.ofCharacters(outputCharacters));
  }

  private BigDecimal effectiveCost(BigDecimal listCost, Instant now) {
    return switch (candidate.model().locality()) {
      case CLOUD -> listCost;
      case LOCAL -> accounting.meter().localCost(Duration.between(attemptedAt, now));
    };
  }

  private Optional<Settlement.Reference> reference(Usage charged) {
    if (candidate.model().locality() == Locality.CLOUD) {
      return Optional.empty();
    }
    return route
        .reference()
        .map(
            price ->
                new Settlement.Reference(
                    price.model(), accounting.meter().listCost(charged, price)));
  }
}
