package dev.gatehouse.ledger;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a request before it is sent; the ledger keeps it until the {@link Settlement}
 * replaces it.
 *
 * @param operation OpenTelemetry's {@code gen_ai.operation.name}, as in {@code chat}
 * @param keyName the client key's name; empty where none is needed
 * @param requestModel as the client wrote it
 * @param model the first candidate's own model name
 * @param reason why it was chosen
 * @param estimatedCost upper bound of the list cost in US dollars; an orphan is settled at it
 */
public record Reservation(
    String requestId,
    Instant startedAt,
    String operation,
    Optional<String> keyName,
    String requestModel,
    String providerName,
    String model,
    Locality locality,
    PrivacyClass privacyClass,
    String task,
    double difficulty,
    String reason,
    boolean stream,
    BigDecimal estimatedCost) {

  public Reservation {
    if (estimatedCost.signum() < 0) {
      throw new IllegalArgumentException("estimatedCost: expected 0 or more, got " + estimatedCost);
    }
  }
}
