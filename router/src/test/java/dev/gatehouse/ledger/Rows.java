package dev.gatehouse.ledger;

import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.ledger.Settlement.Outcome;
import dev.gatehouse.ledger.Settlement.Reference;
import dev.gatehouse.ledger.Settlement.UsageSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Rows to write in tests. */
final class Rows {
  static final Instant START = Instant.parse("2026-11-30T12:00:00.123456789Z");

  private Rows() {}

  static Reservation reservation(String requestId, Instant startedAt, String estimate) {
    return new Reservation(
        requestId,
        startedAt,
        "chat",
        Optional.of("app"),
        "auto",
        "openai",
        "gpt-4.1-mini",
        Locality.CLOUD,
        PrivacyClass.INTERNAL,
        "question",
        0.25,
        "cheapest that fits",
        true,
        new BigDecimal(estimate));
  }

  static Reservation reservation(String requestId) {
    return reservation(requestId, START, "0.01");
  }

  static Settlement settlement(String requestId, String listCost) {
    return new Settlement(
        requestId,
        Outcome.COMPLETED,
        "openai",
        "gpt-4.1-mini-2025-04-14",
        Locality.CLOUD,
        new Usage(100, 20, 30, 4, 5),
        UsageSource.UPSTREAM,
        new BigDecimal(listCost),
        new BigDecimal(listCost),
        Optional.empty(),
        Optional.of(Duration.ofMillis(120)),
        Duration.ofMillis(1500),
        1,
        Optional.empty());
  }

  static Settlement local(String requestId, Optional<Reference> reference) {
    return new Settlement(
        requestId,
        Outcome.COMPLETED,
        "ollama",
        "qwen3:8b",
        Locality.LOCAL,
        Usage.of(1000, 200),
        UsageSource.ESTIMATED,
        BigDecimal.ZERO,
        new BigDecimal("0.000010"),
        reference,
        Optional.empty(),
        Duration.ofSeconds(3),
        2,
        Optional.empty());
  }
}
