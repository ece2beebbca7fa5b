package dev.gatehouse.ledger;

import java.util.Optional;

/**
 * A row of the ledger.
 *
 * @param settlement empty while the request is still running
 */
public record Charge(Reservation reservation, Optional<Settlement> settlement) {}
