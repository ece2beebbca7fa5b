package dev.gatehouse.pipeline;

import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.config.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request as http hands it over.
 *
 * @param requestId goes into the response header, the ledger and every log line
 * @param receivedAt when its first byte came
 * @param keyName the client key's name; empty where none is needed
 * @param tenant whose key it is; empty for nobody's in particular
 * @param privacy the strictest treatment that key and header ask for
 * @param quality from {@code x-gatehouse-quality}
 * @param maxCost from {@code x-gatehouse-max-cost}, US dollars
 * @param session the client's own name for the conversation, from {@code x-gatehouse-session}
 * @param headers those that mean something in the caller's protocol, by lower-case name
 */
public record Inbound(
    String requestId,
    Instant receivedAt,
    Optional<String> keyName,
    Optional<String> tenant,
    PrivacyTreatment privacy,
    Optional<Quality> quality,
    Optional<BigDecimal> maxCost,
    Optional<String> session,
    Map<String, String> headers,
    byte[] body) {
  public Inbound {
    headers = Map.copyOf(headers);
  }
}
