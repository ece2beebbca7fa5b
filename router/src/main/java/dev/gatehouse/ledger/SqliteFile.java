package dev.gatehouse.ledger;

import dev.gatehouse.keyfile.OwnersOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/**
 * The ledger's SQLite file. Finds out what a file is before it changes it: one that is damaged or
 * not a ledger is an error, never replaced.
 */
final class SqliteFile {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** "GATE", as SQLite's {@code application_id}, which tells a ledger from any other database. */
  private static final int APPLICATION_ID = 0x47415445;

  private final Path path;
  private final Duration busyTimeout;

  /**
   * @param busyTimeout longest wait for another process that writes
   */
  SqliteFile(Path path, Duration busyTimeout) {
    this.path = path;
    this.busyTimeout = busyTimeout;
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /**
   * A connection to write with: write-ahead log, every commit waits for the disk, and what is
   * deleted is overwritten.
   */
  Connection connect() throws SQLException {
    Connection connection = dataSource().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA secure_delete = ON");
    }
    return connection;
  }

  /** A connection to read with. */
  Connection connectReadOnly() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout((int) busyTimeout.toMillis());
    return config.createConnection(url());
  }

  /**
   * Creates what is missing, checks what is there and brings the tables up to date. One process at
   * a time: a lock on a file beside it keeps others waiting.
   *
   * <p>The file holds what clients asked and were answered, so nobody but its owner, and whom the
   * owner let in later as a group, may read it. SQLite gives the files beside it the same
   * permissions.
   *
   * @param whileLocked done last, while the others still wait
   */
  void prepare(Preparation whileLocked) {
    try {
      OwnersOnly.createFolderOf(path);
      OwnersOnly.createFile(beside(".lock"));
      try (FileChannel channel = FileChannel.open(beside(".lock"), StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        inspect();
        OwnersOnly.closeToAll(path);
        migrate();
        whileLocked.run();
      }
    } catch (IOException e) {
      throw new LedgerException(
          path + ": cannot be opened: " + e + "; check the directory and its permissions", e);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Puts an error of the database into words: which file, what is wrong, what to do. */
  LedgerException failure(SQLException cause) {
    return new LedgerException(
        path + ": " + advice(cause) + " (" + cause.getMessage() + ")", cause);
  }

  private static String advice(SQLException cause) {
    int primaryCode = cause.getErrorCode() & 0xff;
    return switch (SQLiteErrorCode.getErrorCode(primaryCode)) {
      case SQLITE_FULL -> "the disk is full; free some space";
      case SQLITE_BUSY, SQLITE_LOCKED -> "another process keeps the ledger locked; end it";
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
          "the ledger cannot be written; check the permissions of the file and its directory";
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          "the ledger is damaged; restore a backup, or move the file away to begin a new one";
      default -> "the ledger cannot be read or written; check the disk";
    };
  }

  private void inspect() throws IOException, SQLException {
    if (!Files.exists(path)) {
      requireNoLog();
      OwnersOnly.createFile(path);
      stamp();
      return;
    }
    requireMagic();
    requireOurs();
    requireSound();
  }

  private void requireNoLog() {
    if (Files.exists(beside("-wal"))) {
      throw new LedgerException(
          path
              + ": is missing, but its write-ahead log "
              + beside("-wal").getFileName()
              + " is there; put the file back, or move the log away to begin a new ledger");
    }
  }

  private void stamp() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
    }
  }

  private void requireMagic() throws IOException {
    byte[] head = new byte[MAGIC.length];
    try (var input = Files.newInputStream(path)) {
      int length = input.readNBytes(head, 0, head.length);
      if (length < head.length || !Arrays.equals(head, MAGIC)) {
        throw new LedgerException(
            path
                + ": is not an SQLite database (or a damaged one); restore a backup, move the file"
                + " away, or name another one in ledger.url");
      }
    }
  }

  private void requireOurs() throws SQLException {
    try (Connection connection = connectReadOnly()) {
      if (number(connection, "PRAGMA application_id") != APPLICATION_ID) {
        throw new LedgerException(
            path
                + ": is an SQLite database, but not Gatehouse's ledger; name another file in"
                + " ledger.url");
      }
    }
  }

  private void requireSound() throws SQLException {
    try (Connection connection = connectReadOnly();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA quick_check(1)")) {
      if (!answer.next() || !answer.getString(1).equals("ok")) {
        throw new LedgerException(
            path
                + ": the ledger is damaged; restore a backup, or move the file away to begin a new"
                + " one ("
                + answer.getString(1)
                + ")");
      }
    }
  }

  private void migrate() {
    try {
      Flyway.configure(SqliteFile.class.getClassLoader())
          .dataSource(dataSource())
          .locations("classpath:db/migration/sqlite")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new LedgerException(
          path + ": the ledger's tables cannot be brought up to date: " + e.getMessage(), e);
    }
  }

  private SQLiteDataSource dataSource() {
    SQLiteConfig config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.CREATE);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout((int) busyTimeout.toMillis());
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url());
    return source;
  }

  private String url() {
    return "jdbc:sqlite:" + path;
  }

  private Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      return answer.next() ? answer.getLong(1) : 0;
    }
  }

  /** What a ledger does to its rows before anybody else may open it. */
  @FunctionalInterface
  interface Preparation {
    void run() throws SQLException;
  }
}
