package dev.gatehouse.ledger;

import dev.gatehouse.audit.AuditWitness;
import dev.gatehouse.dialect.openai.responses.StoredResponses;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The ledger in one SQLite file, shared by any number of gateways on one machine. A row is durable
 * when {@link #reserve} and {@link #settle} return: write-ahead log, synchronous FULL, group commit
 * (docs/decisions/0003).
 */
final class SqliteLedger implements Ledger {
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_CHARGES = 10_000;

  private static final String RUNNING_PROCESSES =
      "SELECT DISTINCT process FROM charge WHERE outcome IS NULL";

  // Nobody counted an orphan's tokens, nor can anybody know how long it ran.
  private static final String ORPHAN =
      """
      UPDATE charge SET outcome = 'ORPHANED', response_provider_name = provider_name,
        response_model = model, response_locality = locality, input_tokens = 0, output_tokens = 0,
        cache_read_input_tokens = 0, cache_creation_input_tokens = 0, reasoning_output_tokens = 0,
        usage_source = 'ESTIMATED', list_cost_nanos = estimated_cost_nanos,
        effective_cost_nanos = estimated_cost_nanos, operation_duration_nanos = 0, attempts = 1,
        error_kind = 'orphaned'
      WHERE outcome IS NULL AND process = ?
      """;

  private final SqliteFile file;
  private final Connection connection;
  private final GroupCommit commits;
  private final ChargeWriter writer;
  private final ResponseWriter responseWriter;
  private final List<SqliteResponses> responses = new CopyOnWriteArrayList<>();

  private SqliteLedger(SqliteFile file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.writer = new ChargeWriter(connection, ProcessIdentity.current());
    this.responseWriter = new ResponseWriter(connection);
    this.commits = new GroupCommit(connection, file::failure);
  }

  /**
   * Opens or creates a ledger, and settles the rows of processes that are gone as orphans.
   *
   * @throws LedgerException if the file is damaged, not a ledger, or cannot be written
   */
  static SqliteLedger open(Path path) {
    return open(new SqliteFile(path.toAbsolutePath(), BUSY_TIMEOUT));
  }

  static SqliteLedger open(SqliteFile file) {
    file.prepare(() -> settleOrphans(file));
    try {
      return new SqliteLedger(file, file.connect());
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  @Override
  public void reserve(Reservation reservation) {
    commits.run(() -> writer.reserve(reservation));
  }

  @Override
  public void settle(Settlement settlement) {
    commits.run(() -> writer.settle(settlement));
  }

  @Override
  public List<Charge> charges(int limit, Instant since) {
    if (limit < 1 || limit > MAX_CHARGES) {
      throw new IllegalArgumentException("limit: expected 1 to " + MAX_CHARGES + ", got " + limit);
    }
    return query(ChargeReader.NEWEST_FIRST, ChargeReader::read, EpochNanos.of(since), limit);
  }

  @Override
  public BigDecimal committed(Scope scope, Instant since) {
    long start = EpochNanos.of(since);
    List<BigDecimal> sum =
        switch (scope) {
          case Scope.Global() -> sum(scope, start);
          case Scope.Key(String name) -> sum(scope, start, name);
          case Scope.Provider(String name) -> sum(scope, start, name);
        };
    return sum.getFirst();
  }

  @Override
  public List<Spend> spend(Instant since, List<Dimension> by) {
    return query(
        SpendReader.spendSql(by), row -> SpendReader.read(row, by.size()), EpochNanos.of(since));
  }

  @Override
  public StoredResponses responses(Duration retention, InstantSource clock) {
    SqliteResponses opened =
        new SqliteResponses(file, commits, responseWriter, new Retention(retention, clock));
    responses.add(opened);
    return opened;
  }

  @Override
  public AuditWitness auditWitness(Path directory) {
    return new AuditMarks(
        file, commits, connection, directory.toAbsolutePath().normalize().toString());
  }

  @Override
  public void close() {
    responses.forEach(SqliteResponses::close);
    commits.close();
  }

  private List<BigDecimal> sum(Scope scope, Object... parameters) {
    return query(
        SpendReader.committedSql(scope), row -> NanoDollars.toDollars(row.getLong(1)), parameters);
  }

  private <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
    try (Connection connection = file.connectReadOnly();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return readAll(rows, reader);
      }
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  private static <T> List<T> readAll(ResultSet rows, RowReader<T> reader) throws SQLException {
    List<T> read = new ArrayList<>();
    while (rows.next()) {
      read.add(reader.read(rows));
    }
    return List.copyOf(read);
  }

  private static void settleOrphans(SqliteFile file) throws SQLException {
    try (Connection connection = file.connect();
        PreparedStatement orphan = connection.prepareStatement(ORPHAN)) {
      for (String process : runningProcesses(connection)) {
        if (!ProcessIdentity.parse(process).isAlive()) {
          orphan.setString(1, process);
          orphan.executeUpdate();
        }
      }
    }
  }

  private static List<String> runningProcesses(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(RUNNING_PROCESSES)) {
      return readAll(rows, row -> row.getString(1));
    }
  }

  /** Makes a value of the current row. */
  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
