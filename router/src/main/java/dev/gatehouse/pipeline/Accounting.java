package dev.gatehouse.pipeline;

import dev.gatehouse.ledger.Budgets;
import dev.gatehouse.ledger.Ledger;
import dev.gatehouse.meter.Meter;
import dev.gatehouse.telemetry.GatewayMetrics;
import java.time.Clock;

/**
 * Where charges are kept.
 *
 * @param clock tells when things happen
 */
public record Accounting(
    Ledger ledger, Budgets budgets, Meter meter, GatewayMetrics metrics, Clock clock) {}
