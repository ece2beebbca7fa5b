package dev.gatehouse.config;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A client's key. Exactly one of {@code key} and {@code sha256} is present.
 *
 * @param name shown in reports; unique
 * @param key the key itself
 * @param sha256 lower-case hex SHA-256 of the key, for files that must not hold it ({@code hash:})
 * @param privacy strictest wins: this treatment holds for every request of the key
 * @param budgetPerMonth US dollars per calendar month (UTC)
 * @param tenant whose key it is: a name that the file gives one; empty for none
 * @param ollamaAdmin whether its holder may change an Ollama's models: pull, push, create, copy,
 *     delete
 */
public record KeyConfig(
    String name,
    Optional<Secret> key,
    Optional<String> sha256,
    Optional<PrivacyTreatment> privacy,
    Optional<BigDecimal> budgetPerMonth,
    Optional<String> tenant,
    boolean ollamaAdmin) {

  public KeyConfig {
    if (key.isPresent() == sha256.isPresent()) {
      throw new IllegalArgumentException(name + ": a key needs either its text or its hash");
    }
    if (budgetPerMonth.isPresent() && budgetPerMonth.get().signum() < 0) {
      throw new IllegalArgumentException(name + ": a budget must not be negative");
    }
  }

  /** A key of no tenant, whose holder changes no models. */
  public KeyConfig(
      String name,
      Optional<Secret> key,
      Optional<String> sha256,
      Optional<PrivacyTreatment> privacy,
      Optional<BigDecimal> budgetPerMonth) {
    this(name, key, sha256, privacy, budgetPerMonth, Optional.empty(), false);
  }
}
