package dev.gatehouse.ledger;

import java.time.Instant;
import java.util.List;

/**
 * The durable record of every request. Safe for use by any thread; methods block until the row is
 * on disk.
 */
public interface Ledger extends AutoCloseable {

  /**
   * Writes a request down before it is sent.
   *
   * @throws LedgerException if it cannot be made durable; the request must not be sent then
   */
  void reserve(Reservation reservation);

  /**
   * Writes down how it ended, exactly once; a second settlement of the same request changes
   * nothing.
   *
   * @throws LedgerException if it cannot be made durable
   */
  void settle(Settlement settlement);

  /**
   * Rows, newest first.
   *
   * @param limit 1 to 10,000
   * @param since rows begun at or after it
   */
  List<Charge> charges(int limit, Instant since);

  @Override
  void close();
}
