package dev.gatehouse.config;

import java.nio.file.Path;
import java.util.List;

/** The whole file: its sections, and what must hold between them. */
final class GatehouseSection {
  private GatehouseSection() {}

  /**
   * @throws ConfigException with every error of every section
   */
  static GatehouseConfig read(YamlMapping root, Path dataDirectory) {
    PolicyConfig policy = PolicySection.read(root.mapping("policy"));
    TenantsSection tenantsSection = new TenantsSection(root.list("tenants"));
    KeysSection keySection = new KeysSection(root.list("keys"), tenantsSection.names());
    ProvidersSection providerSection =
        new ProvidersSection(root.list("providers"), policy.preset());
    List<KeyConfig> keys = keySection.read();
    List<ProviderConfig> providers = providerSection.read();
    ServerConfig server = ServerSection.read(root.mapping("server"), keySection.isWritten());
    PrivacyConfig privacy =
        PrivacySection.read(root.mapping("privacy"), policy.preset(), providers);
    List<TenantConfig> tenants = tenantsSection.read(privacy);
    BudgetsSection budgetSection = new BudgetsSection(keySection.names(), providerSection.names());
    List<BudgetConfig> budgets = budgetSection.read(root.list("budgets"));
    LedgerConfig ledger = LedgerSection.read(root.mapping("ledger"));
    ResponsesConfig responses = ResponsesSection.read(root.mapping("responses"));
    AuditConfig audit = AuditSection.read(root.mapping("audit"));
    CostsConfig costs = CostsSection.read(root.mapping("costs"));
    root.rejectUnknownKeys();
    root.context().problems().throwIfAny();
    return new GatehouseConfig(
        server,
        providers,
        policy,
        privacy,
        budgets,
        tenants,
        keys,
        ledger,
        responses,
        audit,
        costs,
        dataDirectory);
  }
}
