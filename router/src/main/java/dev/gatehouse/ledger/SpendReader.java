package dev.gatehouse.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sums up the {@code charge} table, in whole nano-dollars and inside the database. */
final class SpendReader {
  private static final String SUMS =
      """
      count(*) AS requests,
      count(*) FILTER (WHERE outcome IS NULL) AS running,
      count(*) FILTER (WHERE outcome = 'ORPHANED') AS orphaned,
      count(*) FILTER (WHERE outcome <> 'ORPHANED' AND usage_source = 'ESTIMATED') AS estimated,
      COALESCE(sum(input_tokens), 0) AS input_tokens,
      COALESCE(sum(output_tokens), 0) AS output_tokens,
      COALESCE(sum(list_cost_nanos), 0) AS list_cost_nanos,
      COALESCE(sum(effective_cost_nanos), 0) AS effective_cost_nanos,
      count(*) FILTER (WHERE response_locality = 'LOCAL' AND reference_model IS NOT NULL)
        AS compared,
      COALESCE(sum(reference_cost_nanos) FILTER (WHERE response_locality = 'LOCAL'), 0)
        AS reference_cost_nanos,
      COALESCE(sum(list_cost_nanos)
        FILTER (WHERE response_locality = 'LOCAL' AND reference_model IS NOT NULL), 0)
        AS compared_list_cost_nanos,
      COALESCE(group_concat(DISTINCT reference_model || char(10))
        FILTER (WHERE response_locality = 'LOCAL' AND reference_model IS NOT NULL), '')
        AS reference_models,
      count(*) FILTER (WHERE response_locality = 'LOCAL' AND reference_model IS NULL
        AND outcome <> 'ORPHANED' AND usage_source <> 'NONE') AS not_compared
      FROM charge WHERE started_at_nanos >= ?
      """;

  private static final String COMMITTED =
      """
      SELECT COALESCE(sum(COALESCE(list_cost_nanos, estimated_cost_nanos)), 0)
      FROM charge WHERE started_at_nanos >= ?
      """;

  private SpendReader() {}

  /**
   * One parameter, the start; without dimensions there is nothing to group, which gives one row.
   */
  static String spendSql(List<Dimension> by) {
    String groups =
        IntStream.range(0, by.size())
            .mapToObj(i -> by.get(i).expression() + " AS group" + i + ", ")
            .collect(Collectors.joining());
    String ordinals =
        IntStream.rangeClosed(1, by.size())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    return "SELECT "
        + groups
        + SUMS
        + (by.isEmpty() ? "" : "GROUP BY " + ordinals + " ORDER BY " + ordinals);
  }

  /** Parameters: the start, and the name where the scope has one. */
  static String committedSql(Scope scope) {
    return switch (scope) {
      case Scope.Global() -> COMMITTED;
      case Scope.Key(_) -> COMMITTED + "AND key_name = ?";
      case Scope.Provider(_) -> COMMITTED + "AND " + Dimension.PROVIDER.expression() + " = ?";
    };
  }

  static Spend read(ResultSet row, int dimensions) throws SQLException {
    return new Spend(
        group(row, dimensions),
        row.getLong("requests"),
        row.getLong("running"),
        row.getLong("orphaned"),
        row.getLong("estimated"),
        row.getLong("input_tokens"),
        row.getLong("output_tokens"),
        NanoDollars.toDollars(row.getLong("list_cost_nanos")),
        NanoDollars.toDollars(row.getLong("effective_cost_nanos")),
        savings(row));
  }

  private static List<String> group(ResultSet row, int dimensions) throws SQLException {
    List<String> values = new ArrayList<>(dimensions);
    for (int i = 0; i < dimensions; i++) {
      values.add(row.getString("group" + i));
    }
    return values;
  }

  private static Savings savings(ResultSet row) throws SQLException {
    return new Savings(
        row.getLong("compared"),
        NanoDollars.toDollars(row.getLong("reference_cost_nanos")),
        NanoDollars.toDollars(row.getLong("compared_list_cost_nanos")),
        models(row.getString("reference_models")),
        row.getLong("not_compared"));
  }

  // DISTINCT forces the comma upon group_concat; each name brings a line feed, which none contains.
  private static List<String> models(String separated) {
    return Arrays.stream(separated.split("\n,?", -1))
        .filter(model -> !model.isEmpty())
        .sorted()
        .toList();
  }
}
