package dev.gatehouse.gateway;

import dev.gatehouse.http.AdminApi;
import dev.gatehouse.ledger.ChargesJson;
import dev.gatehouse.ledger.Dimension;
import dev.gatehouse.ledger.Ledger;
import dev.gatehouse.ledger.SpendReport;
import dev.gatehouse.telemetry.GatewayMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Answers the operator out of the ledger and the metrics. */
record LedgerAdmin(Ledger ledger, GatewayMetrics recorded) implements AdminApi {

  @Override
  public String metrics() {
    return recorded.scrape();
  }

  @Override
  public byte[] charges(int limit, Instant since) {
    return ChargesJson.write(ledger.charges(limit, since)).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] spend(Instant since) {
    return SpendReport.of(ledger, since, List.of(Dimension.MODEL))
        .toJson()
        .getBytes(StandardCharsets.UTF_8);
  }
}
