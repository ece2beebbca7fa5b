package dev.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.ledger.Settlement.Reference;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpendReportTest {
  private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir Path directory;

  @Test
  void tableIsAlignedWithTotalsAndNotes() throws SQLException {
    try (Ledger ledger = ledgerWithOneOfEach()) {
      String text =
          SpendReport.of(ledger, SINCE, List.of(Dimension.LOCALITY, Dimension.DAY)).toText();

      assertThat(text)
          .isEqualTo(
              """
              Spend since 2026-11-01T00:00:00Z (UTC), in US dollars

              locality  day         requests  input tokens  output tokens  list cost  effective cost  reference cost  savings  not compared  orphaned  estimated  running
              -----------------------------------------------------------------------------------------------------------------------------------------------------------
              cloud     2026-11-30         3           100             20  0.0300001       0.0300001               -        -             0         1          0        1
              local     2026-12-01         2          2000            400       0.00         0.00002          0.0005   0.0005             1         0          2        0
              -----------------------------------------------------------------------------------------------------------------------------------------------------------
              total                        5          2100            420  0.0300001       0.0300201          0.0005   0.0005             1         1          2        1

              Savings: what local answers would have cost at gpt-4.1-mini, less their list cost.
              Not compared (local, no reference model; not in savings): 1
              Orphaned (the gateway died first; charged at the estimate): 1
              Estimated (the upstream gave no token counts): 2
              """);
    }
  }

  @Test
  void jsonIsExactAndSavingsThatAreNotKnownAreNull() throws SQLException {
    try (Ledger ledger = ledgerWithOneOfEach()) {
      String json = SpendReport.of(ledger, SINCE, List.of(Dimension.LOCALITY)).toJson();

      assertThat(json)
          .startsWith(
              """
              {"since":"2026-11-01T00:00:00Z","billingCurrency":"USD","by":["locality"],"rows":[\
              {"locality":"cloud","requests":3,"inputTokens":100,"outputTokens":20,\
              "listCost":0.030000123,"effectiveCost":0.030000123,"referenceCost":null,\
              "savings":null,"referenceModels":[],"compared":0,"notCompared":0,\
              "orphaned":1,"estimated":0,"running":1},""");
      assertThat(json)
          .contains(
              """
              "totals":{"requests":5,"inputTokens":2100,"outputTokens":420,\
              "listCost":0.030000123,"effectiveCost":0.030020123,"referenceCost":0.0005,\
              "savings":0.0005,"referenceModels":["gpt-4.1-mini"],"compared":1,"notCompared":1,\
              "orphaned":1,"estimated":2,"running":1}""");
    }
  }

  @Test
  void everyDimensionNamesItsValuesAsTheyEnded() throws SQLException {
    try (Ledger ledger = ledgerWithOneOfEach()) {
      assertThat(groups(ledger, Dimension.MODEL))
          .containsExactly("gpt-4.1-mini", "gpt-4.1-mini-2025-04-14", "qwen3:8b");
      assertThat(groups(ledger, Dimension.PROVIDER)).containsExactly("ollama", "openai");
      assertThat(groups(ledger, Dimension.KEY)).containsExactly("app");
      assertThat(groups(ledger, Dimension.DAY)).containsExactly("2026-11-30", "2026-12-01");
      assertThat(groups(ledger, Dimension.LOCALITY)).containsExactly("cloud", "local");
    }
  }

  @Test
  void emptyLedgerStillHasTotals() {
    try (Ledger ledger = SqliteLedger.open(directory.resolve("gatehouse.db"))) {
      assertThat(SpendReport.of(ledger, SINCE, List.of()).totals().requests()).isZero();
      assertThat(SpendReport.of(ledger, SINCE, List.of(Dimension.MODEL)).toText())
          .contains("total         0");
    }
  }

  @Test
  void dollarsHaveSixSignificantDigitsAndAtLeastCents() {
    assertThat(SpendTable.dollars(new BigDecimal("0.000000123"))).isEqualTo("0.000000123");
    assertThat(SpendTable.dollars(new BigDecimal("1.2345678"))).isEqualTo("1.23457");
    assertThat(SpendTable.dollars(new BigDecimal("12"))).isEqualTo("12.00");
    assertThat(SpendTable.dollars(new BigDecimal("123456789.995"))).isEqualTo("123456790.00");
    assertThat(SpendTable.dollars(BigDecimal.ZERO)).isEqualTo("0.00");
  }

  @Test
  void dimensionsAreReadFromAListAndUnknownOnesNameThePossible() {
    assertThat(Dimension.parseList("model, day")).containsExactly(Dimension.MODEL, Dimension.DAY);
    assertThat(Dimension.parseList("")).isEmpty();
    assertThatThrownBy(() -> Dimension.parseList("model,colour"))
        .hasMessage("by: expected a list of model, provider, key, day, locality, got colour");
    assertThatThrownBy(() -> Dimension.parseList("day,day")).hasMessageContaining("only once");
  }

  @Test
  void chargesAreWrittenWithEveryFieldAndNullForWhatIsNotKnownYet() throws SQLException {
    try (Ledger ledger = SqliteLedger.open(directory.resolve("gatehouse.db"))) {
      ledger.reserve(Rows.reservation("r1", Rows.START, "0.01"));
      ledger.reserve(Rows.reservation("r2", Rows.START, "0.01"));
      ledger.settle(Rows.settlement("r1", "0.000000120"));

      assertThat(ChargesJson.write(ledger.charges(10, Instant.EPOCH)))
          .isEqualTo(
              """
              {"charges":[{"requestId":"r2","startedAt":"2026-11-30T12:00:00.123456789Z",\
              "operation":"chat","keyName":"app","requestModel":"auto","providerName":"openai",\
              "responseModel":null,"locality":"cloud","privacyClass":"INTERNAL",\
              "task":"question","difficulty":0.25,"reason":"cheapest that fits","stream":true,\
              "state":"reserved","outcome":null,"inputTokens":null,"outputTokens":null,\
              "cacheReadInputTokens":null,"cacheCreationInputTokens":null,\
              "reasoningOutputTokens":null,"usageSource":null,"billingCurrency":"USD",\
              "listCost":null,"effectiveCost":null,"referenceModel":null,"referenceCost":null,\
              "timeToFirstChunk":null,"operationDuration":null,"attempts":null,"errorKind":null},\
              {"requestId":"r1","startedAt":"2026-11-30T12:00:00.123456789Z",\
              "operation":"chat","keyName":"app","requestModel":"auto","providerName":"openai",\
              "responseModel":"gpt-4.1-mini-2025-04-14","locality":"cloud",\
              "privacyClass":"INTERNAL",\
              "task":"question","difficulty":0.25,"reason":"cheapest that fits","stream":true,\
              "state":"settled","outcome":"completed","inputTokens":100,"outputTokens":20,\
              "cacheReadInputTokens":30,"cacheCreationInputTokens":4,\
              "reasoningOutputTokens":5,"usageSource":"upstream","billingCurrency":"USD",\
              "listCost":0.00000012,"effectiveCost":0.00000012,"referenceModel":null,\
              "referenceCost":null,\
              "timeToFirstChunk":0.12,"operationDuration":1.5,"attempts":1,"errorKind":null}]}\
              """);
    }
  }

  private static List<String> groups(Ledger ledger, Dimension dimension) {
    return ledger.spend(SINCE, List.of(dimension)).stream()
        .map(row -> row.group().getFirst())
        .toList();
  }

  /** A settled, a running and an orphaned cloud row, two local rows, and one before the report. */
  private Ledger ledgerWithOneOfEach() throws SQLException {
    Path file = directory.resolve("gatehouse.db");
    try (Ledger ledger = SqliteLedger.open(file)) {
      ledger.reserve(Rows.reservation("old", SINCE.minusNanos(1), "7"));
      ledger.reserve(Rows.reservation("orphan", Rows.START, "0.03"));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE charge SET process = '1@1999-01-01T00:00:00Z'");
    }
    Ledger ledger = SqliteLedger.open(file);
    Instant december = Instant.parse("2026-12-01T00:00:00Z");
    Reference reference = new Reference("gpt-4.1-mini", new BigDecimal("0.0005"));
    ledger.reserve(Rows.reservation("running", Rows.START, "0.01"));
    ledger.reserve(Rows.reservation("cloud", Rows.START, "0.01"));
    ledger.settle(Rows.settlement("cloud", "0.000000123"));
    ledger.reserve(Rows.reservation("compared", december, "0"));
    ledger.settle(Rows.local("compared", Optional.of(reference)));
    ledger.reserve(Rows.reservation("uncompared", december, "0"));
    ledger.settle(Rows.local("uncompared", Optional.empty()));
    return ledger;
  }
}
