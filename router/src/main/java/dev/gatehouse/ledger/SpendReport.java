package dev.gatehouse.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * What was spent and saved, broken down: the {@code report} verb and {@code /admin/v1/spend}.
 *
 * @param since the report covers requests begun at or after it
 * @param by the dimensions of the breakdown; empty gives the totals alone
 * @param rows one for each combination of the dimensions' values, in their order
 */
public record SpendReport(Instant since, List<Dimension> by, List<Spend> rows) {

  public SpendReport {
    by = List.copyOf(by);
    rows = List.copyOf(rows);
  }

  /**
   * Sums up the ledger.
   *
   * @throws LedgerException if it cannot be read
   */
  public static SpendReport of(Ledger ledger, Instant since, List<Dimension> by) {
    return new SpendReport(since, by, ledger.spend(since, by));
  }

  /** Everything together. */
  public Spend totals() {
    return rows.stream().reduce(Spend.nothing(List.of()), Spend::plus);
  }

  /**
   * A table for people: aligned columns, US dollars with six significant digits, the totals last,
   * and below it what the reader must know to trust the numbers.
   */
  public String toText() {
    return new SpendTable(this).text();
  }

  /** A JSON text for programs; exact, numbers without an exponent. */
  public String toJson() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("since", since.toString());
    document.put("billingCurrency", "USD");
    ArrayNode dimensions = document.putArray("by");
    by.forEach(dimension -> dimensions.add(dimension.label()));
    ArrayNode array = document.putArray("rows");
    rows.forEach(row -> array.add(json(row)));
    document.set("totals", json(totals()));
    return PlainJson.write(document);
  }

  private ObjectNode json(Spend row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < row.group().size(); i++) {
      json.put(by.get(i).label(), row.group().get(i));
    }
    json.put("requests", row.requests());
    json.put("inputTokens", row.inputTokens());
    json.put("outputTokens", row.outputTokens());
    json.set("listCost", PlainJson.number(row.listCost()));
    json.set("effectiveCost", PlainJson.number(row.effectiveCost()));
    writeSavings(json, row.savings());
    json.put("orphaned", row.orphaned());
    json.put("estimated", row.estimated());
    json.put("running", row.running());
    return json;
  }

  private static void writeSavings(ObjectNode json, Savings savings) {
    json.set("referenceCost", PlainJson.number(savings.saved().map(_ -> savings.referenceCost())));
    json.set("savings", PlainJson.number(savings.saved()));
    ArrayNode models = json.putArray("referenceModels");
    savings.referenceModels().forEach(models::add);
    json.put("compared", savings.compared());
    json.put("notCompared", savings.notCompared());
  }
}
