package dev.gatehouse.ledger;

import java.util.Optional;

/**
 * Whose budgets a call is charged to, besides the global ones.
 *
 * @param keyName the client key's name; empty where none is needed
 * @param providerName where the call goes
 */
public record BudgetScopes(Optional<String> keyName, String providerName) {

  boolean include(Scope scope) {
    return switch (scope) {
      case Scope.Global() -> true;
      case Scope.Key(String name) -> keyName.filter(name::equals).isPresent();
      case Scope.Provider(String name) -> name.equals(providerName);
    };
  }
}
