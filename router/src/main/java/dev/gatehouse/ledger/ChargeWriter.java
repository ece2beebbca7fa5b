package dev.gatehouse.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rows of the {@code charge} table. Used by one thread at a time. */
final class ChargeWriter {
  private static final String RESERVE =
      """
      INSERT INTO charge (request_id, process, started_at_nanos, operation, key_name, request_model,
        provider_name, model, locality, privacy_class, task, difficulty, reason, stream,
        estimated_cost_nanos)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (request_id) DO NOTHING
      """;

  // A row that another gateway took for an orphan by mistake (one in another container cannot see
  // this process) still takes the word of the process that owns it.
  private static final String SETTLE =
      """
      UPDATE charge SET outcome = ?, response_provider_name = ?, response_model = ?,
        response_locality = ?, input_tokens = ?, output_tokens = ?, cache_read_input_tokens = ?,
        cache_creation_input_tokens = ?, reasoning_output_tokens = ?, usage_source = ?,
        list_cost_nanos = ?, effective_cost_nanos = ?, reference_model = ?,
        reference_cost_nanos = ?, time_to_first_chunk_nanos = ?, operation_duration_nanos = ?,
        attempts = ?, error_kind = ?
      WHERE request_id = ?
        AND (outcome IS NULL OR (outcome = 'ORPHANED' AND error_kind = 'orphaned' AND process = ?))
      """;

  private static final String EXISTS = "SELECT 1 FROM charge WHERE request_id = ?";

  private final Connection connection;
  private final String process;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  ChargeWriter(Connection connection, ProcessIdentity process) {
    this.connection = connection;
    this.process = process.text();
  }

  void reserve(Reservation row) throws SQLException {
    int rows =
        execute(
            RESERVE,
            PreparedStatement::executeUpdate,
            row.requestId(),
            process,
            EpochNanos.of(row.startedAt()),
            row.operation(),
            row.keyName().orElse(null),
            row.requestModel(),
            row.providerName(),
            row.model(),
            row.locality().name(),
            row.privacyClass().name(),
            row.task(),
            row.difficulty(),
            row.reason(),
            row.stream() ? 1 : 0,
            NanoDollars.of(row.estimatedCost()));
    if (rows == 0) {
      throw new LedgerException("request " + row.requestId() + " is already in the ledger");
    }
  }

  void settle(Settlement row) throws SQLException {
    int rows =
        execute(
            SETTLE,
            PreparedStatement::executeUpdate,
            row.outcome().name(),
            row.providerName(),
            row.responseModel(),
            row.locality().name(),
            row.usage().inputTokens(),
            row.usage().outputTokens(),
            row.usage().cacheReadInputTokens(),
            row.usage().cacheCreationInputTokens(),
            row.usage().reasoningOutputTokens(),
            row.usageSource().name(),
            NanoDollars.of(row.listCost()),
            NanoDollars.of(row.effectiveCost()),
            row.reference().map(Settlement.Reference::model).orElse(null),
            row.reference().map(reference -> NanoDollars.of(reference.cost())).orElse(null),
            row.timeToFirstChunk().map(Duration::toNanos).orElse(null),
            row.operationDuration().toNanos(),
            row.attempts(),
            row.errorKind().orElse(null),
            row.requestId(),
            process);
    if (rows == 0 && !exists(row.requestId())) {
      throw new LedgerException("request " + row.requestId() + " was never reserved");
    }
  }

  private boolean exists(String requestId) throws SQLException {
    return execute(EXISTS, ChargeWriter::hasRow, requestId);
  }

  private static boolean hasRow(PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      return rows.next();
    }
  }

  // The driver closes a statement that fails, so that none may be used again after an error.
  private <T> T execute(String sql, Execution<T> execution, @Nullable Object... values)
      throws SQLException {
    try {
      PreparedStatement statement = prepared(sql);
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return execution.of(statement);
    } catch (SQLException e) {
      forgetStatements(e);
      throw e;
    }
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known != null) {
      return known;
    }
    PreparedStatement fresh = connection.prepareStatement(sql);
    statements.put(sql, fresh);
    return fresh;
  }

  private void forgetStatements(SQLException reason) {
    for (PreparedStatement statement : statements.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        reason.addSuppressed(e);
      }
    }
    statements.clear();
  }

  /** What to do with a statement whose parameters are set. */
  @FunctionalInterface
  private interface Execution<T> {
    T of(PreparedStatement statement) throws SQLException;
  }
}
