package dev.gatehouse.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.openai.responses.StoredResponses.Item;
import dev.gatehouse.dialect.openai.responses.StoredResponses.Kept;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tables {@code stored_response} and {@code stored_item}. Used by one thread at a time.
 */
final class ResponseWriter {
  private static final String INSERT =
      """
      INSERT INTO stored_response (response_id, key_name, created_at_nanos, previous,
        privacy_classes, privacy_treatment, response)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_ITEM =
      "INSERT INTO stored_item (response, position, input, item_id, item) VALUES (?, ?, ?, ?, ?)";

  private static final String DELETE =
      "DELETE FROM stored_response WHERE response_id = ? AND key_name IS ?";

  // A turn that is over its time stays while a later one that is not goes on from it.
  private static final String DELETE_OLD =
      """
      DELETE FROM stored_response WHERE created_at_nanos < ? AND sequence NOT IN (
        WITH RECURSIVE needed (sequence) AS (
          SELECT previous FROM stored_response WHERE created_at_nanos >= ? AND previous IS NOT NULL
          UNION
          SELECT earlier.previous FROM stored_response earlier
            JOIN needed ON earlier.sequence = needed.sequence WHERE earlier.previous IS NOT NULL)
        SELECT sequence FROM needed)
      """;

  private static final String DELETE_ITEMS =
      "DELETE FROM stored_item WHERE response NOT IN (SELECT sequence FROM stored_response)";

  private static final String DELETE_ITEMS_OF =
      """
      DELETE FROM stored_item WHERE response IN (
        SELECT sequence FROM stored_response WHERE response_id = ? AND key_name IS ?)
      """;

  private final Connection connection;

  ResponseWriter(Connection connection) {
    this.connection = connection;
  }

  void keep(Optional<String> keyName, Kept kept) throws SQLException {
    execute(
        INSERT,
        kept.responseId(),
        keyName.orElse(null),
        EpochNanos.of(kept.createdAt()),
        kept.previous().isPresent() ? kept.previous().getAsLong() : null,
        StoredPrivacy.classes(kept.privacy()),
        kept.privacy().treatment().name(),
        text(kept.response()));
    long sequence = lastSequence();
    items(sequence, 0, true, kept.input());
    items(sequence, kept.input().size(), false, kept.output());
  }

  private long lastSequence() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT last_insert_rowid()")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void items(long sequence, int first, boolean input, List<Item> items)
      throws SQLException {
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      execute(INSERT_ITEM, sequence, first + i, input ? 1 : 0, item.id(), text(item.json()));
    }
  }

  private static String text(JsonNode json) {
    return new String(Json.write(json), StandardCharsets.UTF_8);
  }

  /** How many responses were deleted. */
  int delete(Optional<String> keyName, String responseId) throws SQLException {
    execute(DELETE_ITEMS_OF, responseId, keyName.orElse(null));
    return execute(DELETE, responseId, keyName.orElse(null));
  }

  /** Deletes what was created before, but for what later turns go on from. */
  void deleteOlderThan(Instant oldest) throws SQLException {
    execute(DELETE_OLD, EpochNanos.of(oldest), EpochNanos.of(oldest));
    execute(DELETE_ITEMS);
  }

  private int execute(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }
}
