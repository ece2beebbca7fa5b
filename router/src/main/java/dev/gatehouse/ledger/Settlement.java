package dev.gatehouse.ledger;

import dev.gatehouse.config.Locality;
import dev.gatehouse.inference.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How a request ended and what it cost.
 *
 * @param providerName who answered (or was tried last)
 * @param responseModel the model that answered, by the upstream's name
 * @param usageSource whether the token counts are the upstream's
 * @param listCost US dollars at list price; 0 for local models
 * @param effectiveCost US dollars really borne: list cost, or electricity and hardware where they
 *     are known
 * @param reference what the same tokens would have cost at the named cloud model
 * @param timeToFirstChunk from request received to first byte released; empty where none was
 * @param operationDuration from request received to settlement
 * @param attempts upstream calls made, at least 1
 * @param errorKind short fixed word; empty where all went well
 */
public record Settlement(
    String requestId,
    Outcome outcome,
    String providerName,
    String responseModel,
    Locality locality,
    Usage usage,
    UsageSource usageSource,
    BigDecimal listCost,
    BigDecimal effectiveCost,
    Optional<Reference> reference,
    Optional<Duration> timeToFirstChunk,
    Duration operationDuration,
    int attempts,
    Optional<String> errorKind) {

  /** How it ended. */
  public enum Outcome {
    /** The whole answer was delivered. */
    COMPLETED,
    /** The client left; charged for what was produced. */
    CLIENT_GONE,
    /** No upstream answered, or the answer was cut. */
    FAILED,
    /** The process died before the settlement; charged at the estimate. */
    ORPHANED
  }

  /** Where the token counts come from. */
  public enum UsageSource {
    UPSTREAM,
    ESTIMATED,
    /** Nothing was produced. */
    NONE
  }

  /**
   * The cloud model that local answers are compared with.
   *
   * @param cost US dollars
   */
  public record Reference(String model, BigDecimal cost) {}
}
