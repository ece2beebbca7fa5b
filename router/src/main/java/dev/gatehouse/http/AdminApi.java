package dev.gatehouse.http;

import java.time.Instant;

/** What the operator may ask. */
public interface AdminApi {

  /** Metrics in Prometheus' text format. */
  String metrics();

  /** The ledger's rows as JSON, newest first. */
  byte[] charges(int limit, Instant since);

  /** Sums over the ledger as JSON, by model. */
  byte[] spend(Instant since);
}
