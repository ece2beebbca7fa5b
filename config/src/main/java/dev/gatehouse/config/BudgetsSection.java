package dev.gatehouse.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code budgets}: limits on spending. */
final class BudgetsSection {
  private final Set<String> keyNames;
  private final Set<String> providerNames;

  /** Knows the names that a scope may speak of. */
  BudgetsSection(Set<String> keyNames, Set<String> providerNames) {
    this.keyNames = keyNames;
    this.providerNames = providerNames;
  }

  List<BudgetConfig> read(List<YamlValue> entries) {
    return entries.stream().map(entry -> read(entry.mapping())).flatMap(Optional::stream).toList();
  }

  private Optional<BudgetConfig> read(YamlMapping section) {
    Optional<String> scope =
        section
            .required("scope", ScalarTypes.TEXT)
            .filter(
                written -> section.value("scope").filter(at -> exists(written, at)).isPresent());
    BudgetConfig.Period period =
        section
            .scalar("period", ScalarTypes.oneOf(BudgetConfig.Period.class))
            .orElse(BudgetConfig.Period.MONTH);
    Optional<BigDecimal> limit = section.required("limit-usd", ScalarTypes.AMOUNT);
    BudgetConfig.AtLimit atLimit =
        section
            .scalar("at-limit", ScalarTypes.oneOf(BudgetConfig.AtLimit.class))
            .orElse(BudgetConfig.AtLimit.LOCAL);
    section.rejectUnknownKeys();
    return scope.flatMap(
        name -> limit.map(amount -> new BudgetConfig(name, period, amount, atLimit)));
  }

  private boolean exists(String scope, YamlValue place) {
    String[] parts = scope.split(":", 2);
    String name = parts.length == 2 ? parts[1] : "";
    boolean exists =
        switch (parts[0]) {
          case "global" -> parts.length == 1;
          case "key" -> keyNames.contains(name);
          case "provider" -> providerNames.contains(name);
          default -> false;
        };
    if (!exists) {
      place.reject("global, key:NAME or provider:NAME with a NAME of this file", scope);
    }
    return exists;
  }
}
