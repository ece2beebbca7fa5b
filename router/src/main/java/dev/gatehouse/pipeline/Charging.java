package dev.gatehouse.pipeline;

import dev.gatehouse.inference.Usage;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.policy.Candidate;
import java.math.BigDecimal;
import java.util.Optional;

/** Follows what one request costs. For the request's thread only. */
interface Charging {

  /**
   * A call to this candidate is about to be made.
   *
   * @return whether a budget holds for the call
   * @throws BudgetExceededException if a budget that refuses might be overrun
   * @throws dev.gatehouse.provider.ProviderException BUSY if a budget leaves only local candidates
   */
  boolean attempt(Candidate next);

  /** Whom the last call went to, or the first will go to. */
  Candidate candidate();

  /** The answering model's name. */
  void answeredBy(String model);

  /** Tokens as the upstream counted them. */
  void reported(Usage reported);

  /** Characters of output that came. */
  void produced(int characters);

  /** The first bytes of an answer are about to go out. */
  void firstChunk();

  /**
   * It is over; only the first call counts.
   *
   * @return the list cost, US dollars
   * @throws dev.gatehouse.ledger.LedgerException if that cannot be made durable
   */
  BigDecimal settle(Outcome outcome, Optional<String> errorKind);
}
