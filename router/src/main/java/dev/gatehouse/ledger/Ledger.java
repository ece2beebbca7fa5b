package dev.gatehouse.ledger;

import dev.gatehouse.audit.AuditWitness;
import dev.gatehouse.dialect.openai.responses.StoredResponses;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The durable record of every request. Safe for use by any thread; methods block until the row is
 * on disk.
 */
public interface Ledger extends AutoCloseable {

  /**
   * Writes a request down before it is sent.
   *
   * @throws LedgerException if it cannot be made durable, or the request id is in the ledger
   *     already; the request must not be sent then
   */
  void reserve(Reservation reservation);

  /**
   * Writes down how it ended, exactly once; a second settlement of the same request changes
   * nothing.
   *
   * @throws LedgerException if it cannot be made durable, or the request was never reserved
   */
  void settle(Settlement settlement);

  /**
   * Rows, newest first.
   *
   * @param limit 1 to 10,000
   * @param since rows begun at or after it
   * @throws LedgerException if the ledger cannot be read
   */
  List<Charge> charges(int limit, Instant since);

  /**
   * List cost in US dollars that is spent or may yet be: settled rows at their cost (orphans at
   * their estimate), running ones at their estimate.
   *
   * @param since rows begun at or after it
   * @throws LedgerException if the ledger cannot be read
   */
  BigDecimal committed(Scope scope, Instant since);

  /**
   * Sums over the rows begun at or after {@code since}, one for each combination of the dimensions'
   * values that occurs, in their order; with no dimension one sum over everything.
   *
   * @throws LedgerException if the ledger cannot be read
   */
  List<Spend> spend(Instant since, List<Dimension> by);

  /**
   * Responses that are kept in the same place, and closed with it. To be asked for once.
   *
   * @param retention how long they are kept; zero means that none is
   * @throws LedgerException if those over their time cannot be deleted
   */
  StoredResponses responses(Duration retention, InstantSource clock);

  /**
   * Remembers how far the audit log of a data directory was written.
   *
   * @param directory which one, by its absolute path
   */
  AuditWitness auditWitness(Path directory);

  @Override
  void close();
}
