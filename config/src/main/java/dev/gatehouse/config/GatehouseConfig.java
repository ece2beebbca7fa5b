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
    List<TenantConfig> tenants,
    List<KeyConfig> keys,
    LedgerConfig ledger,
    ResponsesConfig responses,
    AuditConfig audit,
    CostsConfig costs,
    Path dataDirectory) {

  static final String EXPOSURE_RULE =
      "a loopback address, or at least one entry in keys and a server.admin-key";

  public GatehouseConfig {
    providers = List.copyOf(providers);
    budgets = List.copyOf(budgets);
    tenants = List.copyOf(tenants);
    keys = List.copyOf(keys);
    if (isExposedWithoutKeys(server, keys)) {
      throw new IllegalArgumentException("server.host: expected " + EXPOSURE_RULE);
    }
  }

  /** What holds when there is no file: every value at its default. */
  public static GatehouseConfig defaults(Path dataDirectory) {
    return new GatehouseConfig(
        ServerConfig.defaults(),
        List.of(),
        PolicyConfig.of(Preset.HYBRID),
        PrivacyConfig.of(Preset.HYBRID),
        List.of(),
        List.of(),
        List.of(),
        LedgerConfig.defaults(),
        ResponsesConfig.defaults(),
        AuditConfig.defaults(),
        CostsConfig.defaults(),
        dataDirectory);
  }

  /**
   * The same configuration on another address, as with {@code up --host}.
   *
   * @throws ConfigException if the address is not loopback and keys or the admin key are missing
   */
  public GatehouseConfig withHost(String host) {
    ServerConfig moved = server.withHost(host);
    if (isExposedWithoutKeys(moved, keys)) {
      throw new ConfigException(
          List.of(new ConfigError("--host", "server.host", EXPOSURE_RULE, host)));
    }
    return withServer(moved);
  }

  /** The same configuration on another port, 0 to 65535, as with {@code up --port}. */
  public GatehouseConfig withPort(int port) {
    return withServer(server.withPort(port));
  }

  /**
   * The same configuration as the preset {@link Preset#AIR_GAPPED} would have it, as with {@code up
   * --air-gapped}: CLOUD providers are left out, every privacy rule is at least as strict as the
   * preset's.
   */
  public GatehouseConfig airGapped() {
    return new GatehouseConfig(
        server,
        providers.stream().filter(provider -> provider.locality() == Locality.LOCAL).toList(),
        policy.withPreset(Preset.AIR_GAPPED),
        privacy.tightenedBy(Preset.AIR_GAPPED),
        budgets,
        tenants.stream()
            .map(
                each ->
                    new TenantConfig(each.name(), each.privacy().tightenedBy(Preset.AIR_GAPPED)))
            .toList(),
        keys,
        ledger,
        responses,
        audit,
        costs,
        dataDirectory);
  }

  /** Whether strangers could reach a gateway that asks for no key. */
  static boolean isExposedWithoutKeys(ServerConfig server, List<KeyConfig> keys) {
    return !server.isLoopback() && (keys.isEmpty() || server.adminKey().isEmpty());
  }

  private GatehouseConfig withServer(ServerConfig other) {
    return new GatehouseConfig(
        other,
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
