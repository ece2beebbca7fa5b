package dev.gatehouse.ledger;

import dev.gatehouse.audit.AuditException;
import dev.gatehouse.audit.AuditWitness;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Remembers in the table {@code audit_mark} how far one audit log was written. */
final class AuditMarks implements AuditWitness {
  private static final String SAW =
      """
      INSERT INTO audit_mark (log, sequence, hash, seen_at_nanos) VALUES (?, ?, ?, ?)
      ON CONFLICT (log) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash,
        seen_at_nanos = excluded.seen_at_nanos
      """;

  private static final String LAST =
      "SELECT sequence, hash, seen_at_nanos FROM audit_mark WHERE log = ?";

  private final SqliteFile file;
  private final GroupCommit commits;
  private final Connection connection;
  private final String log;

  /**
   * @param connection used by {@code commits} alone
   * @param log which log
   */
  AuditMarks(SqliteFile file, GroupCommit commits, Connection connection, String log) {
    this.file = file;
    this.commits = commits;
    this.connection = connection;
    this.log = log;
  }

  @Override
  public void saw(Mark mark) {
    try {
      commits.run(() -> write(mark));
    } catch (LedgerException e) {
      throw new AuditException("the audit log's end cannot be remembered: " + e.getMessage(), e);
    }
  }

  private void write(Mark mark) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SAW)) {
      statement.setString(1, log);
      statement.setLong(2, mark.sequence());
      statement.setString(3, mark.hash());
      statement.setLong(4, EpochNanos.of(mark.at()));
      statement.executeUpdate();
    }
  }

  @Override
  public Optional<Mark> last() {
    try (Connection reading = file.connectReadOnly();
        PreparedStatement statement = reading.prepareStatement(LAST)) {
      statement.setString(1, log);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Mark(row.getLong(1), row.getString(2), EpochNanos.toInstant(row.getLong(3))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new AuditException(
          "what was seen of the audit log cannot be read: " + file.failure(e).getMessage(), e);
    }
  }
}
