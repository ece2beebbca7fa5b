package dev.gatehouse.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything the operator wrote, validated, with defaults filled in.
 *
 * @param providers as written; empty means "find out": see {@code gatehouse up}
 * @param dataDirectory where ledger, audit log and downloaded models live; default {@code
 *     ~/.gatehouse}
 */
public record GatehouseConfig(
    ServerConfig server,
    List<ProviderConfig> providers,
    PolicyConfig policy,
    PrivacyConfig privacy,
    List<BudgetConfig> budgets,
    List<KeyConfig> keys,
    LedgerConfig ledger,
    CostsConfig costs,
    Path dataDirectory) {

  public GatehouseConfig {
    providers = List.copyOf(providers);
    budgets = List.copyOf(budgets);
    keys = List.copyOf(keys);
  }
}
