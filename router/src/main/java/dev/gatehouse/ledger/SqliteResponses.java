package dev.gatehouse.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.AnswerNotKeptException;
import dev.gatehouse.dialect.ApiError;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.InheritedPrivacy;
import dev.gatehouse.dialect.openai.responses.StoredResponses;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kept responses in the ledger's file, written by the ledger's one writer. What is over its time is
 * not there any more at once, and is deleted at the start and every hour.
 */
final class SqliteResponses implements StoredResponses, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteResponses.class);

  /** More than any context holds; a longer conversation would only fill the memory. */
  private static final long MOST_CHARACTERS = 64L * 1024 * 1024;

  private static final String FIND =
      """
      SELECT sequence, previous, privacy_classes, privacy_treatment, response FROM stored_response
      WHERE response_id = ? AND key_name IS ? AND created_at_nanos >= ?
      ORDER BY sequence DESC LIMIT 1
      """;

  private static final String TURN_ITEMS =
      "SELECT item_id, item FROM stored_item WHERE response = ? AND input = 1 ORDER BY position";

  private static final String CHAIN =
      """
      WITH RECURSIVE chain (sequence, previous, depth) AS (
        SELECT sequence, previous, 0 FROM stored_response WHERE sequence = ?
        UNION ALL
        SELECT earlier.sequence, earlier.previous, chain.depth + 1
        FROM stored_response earlier JOIN chain ON earlier.sequence = chain.previous)
      """;

  private static final String FIRST_OF_CHAIN =
      CHAIN + "SELECT previous FROM chain ORDER BY depth DESC LIMIT 1";

  private static final String CHAIN_ITEMS =
      CHAIN
          + """
          SELECT item FROM chain JOIN stored_item ON stored_item.response = chain.sequence
          ORDER BY chain.depth DESC, stored_item.position
          """;

  private static final String ITEM =
      """
      SELECT item, privacy_classes, privacy_treatment
      FROM stored_item JOIN stored_response ON stored_response.sequence = stored_item.response
      WHERE item_id = ? AND key_name IS ? AND created_at_nanos >= ?
      ORDER BY sequence DESC LIMIT 1
      """;

  private final SqliteFile file;
  private final GroupCommit commits;
  private final ResponseWriter writer;
  private final Retention retention;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param writer for the writer's thread
   */
  SqliteResponses(
      SqliteFile file, GroupCommit commits, ResponseWriter writer, Retention retention) {
    this.file = file;
    this.commits = commits;
    this.writer = writer;
    this.retention = retention;
    deleteOld();
    Thread.ofVirtual().name("responses-retention").start(this::deleteOldEveryHour);
  }

  private void deleteOld() {
    commits.run(() -> writer.deleteOlderThan(retention.oldest()));
  }

  private void deleteOldEveryHour() {
    try {
      while (!closed.await(1, TimeUnit.HOURS)) {
        deleteOldOrSaySo();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deleteOldOrSaySo() {
    try {
      deleteOld();
    } catch (LedgerException e) {
      LOG.error("responses over their time are not deleted yet: {}", e.getMessage());
    }
  }

  @Override
  public boolean keeping() {
    return retention.keeping();
  }

  @Override
  public Optional<Conversation> conversation(Caller caller, String responseId) {
    return reading(
        connection -> {
          Optional<Turn> last = turn(connection, caller, responseId);
          return last.isPresent() && isWhole(connection, last.get().sequence())
              ? Optional.of(conversation(connection, last.get()))
              : Optional.empty();
        });
  }

  private static Conversation conversation(Connection connection, Turn last) throws SQLException {
    List<JsonNode> items = new ArrayList<>();
    long characters = 0;
    try (PreparedStatement statement = prepare(connection, CHAIN_ITEMS, last.sequence());
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String item = rows.getString(1);
        characters += item.length();
        if (characters > MOST_CHARACTERS) {
          throw tooLong();
        }
        items.add(json(item));
      }
    }
    return new Conversation(last.sequence(), items, last.privacy());
  }

  private static ApiException tooLong() {
    return new ApiException(
        new ApiError(
            413,
            Optional.of("request_too_large"),
            Optional.of("previous_response_id"),
            "the conversation is longer than " + MOST_CHARACTERS + " characters; begin a new one"));
  }

  private static boolean isWhole(Connection connection, long sequence) throws SQLException {
    try (PreparedStatement statement = prepare(connection, FIRST_OF_CHAIN, sequence);
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getObject(1) == null;
    }
  }

  @Override
  public Optional<Remembered> item(Caller caller, String itemId) {
    return reading(
        connection -> {
          try (PreparedStatement statement = prepare(connection, ITEM, mine(caller, itemId));
              ResultSet row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(new Remembered(json(row.getString("item")), StoredPrivacy.read(row)))
                : Optional.empty();
          }
        });
  }

  @Override
  public Optional<Exchange> find(Caller caller, String responseId) {
    return reading(
        connection -> {
          Optional<Turn> turn = turn(connection, caller, responseId);
          return turn.isPresent()
              ? Optional.of(
                  new Exchange(
                      json(turn.get().response()), inputOf(connection, turn.get().sequence())))
              : Optional.empty();
        });
  }

  private Optional<Turn> turn(Connection connection, Caller caller, String responseId)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, FIND, mine(caller, responseId));
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Turn(row.getLong("sequence"), StoredPrivacy.read(row), row.getString("response")))
          : Optional.empty();
    }
  }

  private @Nullable Object[] mine(Caller caller, String id) {
    long oldest = EpochNanos.of(retention.oldest());
    return new @Nullable Object[] {id, caller.keyName().orElse(null), oldest};
  }

  private static List<Item> inputOf(Connection connection, long sequence) throws SQLException {
    List<Item> items = new ArrayList<>();
    try (PreparedStatement statement = prepare(connection, TURN_ITEMS, sequence);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        items.add(new Item(rows.getString("item_id"), json(rows.getString("item"))));
      }
    }
    return items;
  }

  @Override
  public void keep(Caller caller, Kept kept) {
    try {
      commits.run(() -> writer.keep(caller.keyName(), kept));
    } catch (LedgerException e) {
      throw new AnswerNotKeptException(
          "the answer could not be stored; store: false needs none", e);
    }
  }

  @Override
  public boolean delete(Caller caller, String responseId) {
    AtomicInteger deleted = new AtomicInteger();
    commits.run(() -> deleted.set(writer.delete(caller.keyName(), responseId)));
    return deleted.get() > 0;
  }

  private <T> T reading(Reading<T> reading) {
    try (Connection connection = file.connectReadOnly()) {
      return reading.of(connection);
    } catch (SQLException e) {
      throw file.failure(e);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    closed.countDown();
  }

  /** One row. */
  private record Turn(long sequence, InheritedPrivacy privacy, String response) {}

  /** Reads over a connection that is closed afterwards. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(Connection connection) throws SQLException;
  }
}
