package dev.gatehouse.ledger;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.ledger.Settlement.Reference;
import dev.gatehouse.ledger.Settlement.UsageSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Reads rows of the {@code charge} table. */
final class ChargeReader {
  static final String NEWEST_FIRST =
      """
      SELECT * FROM charge WHERE started_at_nanos >= ?
      ORDER BY started_at_nanos DESC, sequence DESC LIMIT ?
      """;

  private ChargeReader() {}

  static Charge read(ResultSet row) throws SQLException {
    return new Charge(
        reservation(row),
        row.getString("outcome") == null ? Optional.empty() : Optional.of(settlement(row)));
  }

  private static Reservation reservation(ResultSet row) throws SQLException {
    return new Reservation(
        row.getString("request_id"),
        EpochNanos.toInstant(row.getLong("started_at_nanos")),
        row.getString("operation"),
        Optional.ofNullable(row.getString("key_name")),
        row.getString("request_model"),
        row.getString("provider_name"),
        row.getString("model"),
        Locality.valueOf(row.getString("locality")),
        PrivacyClass.valueOf(row.getString("privacy_class")),
        row.getString("task"),
        row.getDouble("difficulty"),
        row.getString("reason"),
        row.getInt("stream") != 0,
        NanoDollars.toDollars(row.getLong("estimated_cost_nanos")));
  }

  private static Settlement settlement(ResultSet row) throws SQLException {
    return new Settlement(
        row.getString("request_id"),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("response_provider_name"),
        row.getString("response_model"),
        Locality.valueOf(row.getString("response_locality")),
        usage(row),
        UsageSource.valueOf(row.getString("usage_source")),
        NanoDollars.toDollars(row.getLong("list_cost_nanos")),
        NanoDollars.toDollars(row.getLong("effective_cost_nanos")),
        reference(row),
        duration(row, "time_to_first_chunk_nanos"),
        Duration.ofNanos(row.getLong("operation_duration_nanos")),
        row.getInt("attempts"),
        Optional.ofNullable(row.getString("error_kind")));
  }

  private static Usage usage(ResultSet row) throws SQLException {
    return new Usage(
        row.getLong("input_tokens"),
        row.getLong("output_tokens"),
        row.getLong("cache_read_input_tokens"),
        row.getLong("cache_creation_input_tokens"),
        row.getLong("reasoning_output_tokens"));
  }

  private static Optional<Reference> reference(ResultSet row) throws SQLException {
    String model = row.getString("reference_model");
    return model == null
        ? Optional.empty()
        : Optional.of(
            new Reference(model, NanoDollars.toDollars(row.getLong("reference_cost_nanos"))));
  }

  private static Optional<Duration> duration(ResultSet row, String column) throws SQLException {
    long nanos = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
  }
}
