package dev.gatehouse.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A request that no model need answer: to bring one into memory, say.
 *
 * @param body of the answer, whose status is 200
 * @param residency what is to be done before it is given
 */
public record KnownAnswer(JsonNode body, Optional<Residency> residency) implements Decoded {

  /**
   * A model that shall stay in memory, or leave it.
   *
   * @param model the provider's own name of it
   * @param keepAlive for how long, in the vendor's own words; empty leaves it to the server, zero
   *     means that it leaves
   */
  public record Residency(String providerName, String model, Optional<JsonNode> keepAlive) {}
}
