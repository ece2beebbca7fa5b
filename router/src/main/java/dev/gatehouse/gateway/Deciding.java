package dev.gatehouse.gateway;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.classify.privacy.EntityRecognizer;
import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.config.Preset;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.config.TenantConfig;
import dev.gatehouse.dispatch.Dispatcher;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.GateJournal;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.meter.Meter;
import dev.gatehouse.pipeline.Decider;
import dev.gatehouse.pipeline.PrivacyRules;
import dev.gatehouse.pipeline.ScanThreads;
import dev.gatehouse.pipeline.TimedClassifier;
import dev.gatehouse.policy.Policy;
import dev.gatehouse.redact.Redactor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The half of a gateway that decides: providers and the stops up to dispatch, without ledger and
 * server.
 */
public final class Deciding implements AutoCloseable {
  private final Egress egress = new Egress();
  private final ScanThreads scans = new ScanThreads();
  private final Providers providers;
  private final Dispatcher dispatcher;
  private final Meter meter;
  private final Decider decider;

  /**
   * Constructs it and asks the providers what they offer.
   *
   * @param listeners told of what happens in providers
   * @param journal is told of every call before its first byte leaves
   */
  public Deciding(
      GatehouseConfig config,
      Map<String, String> environment,
      Providers.Listeners listeners,
      GateJournal journal) {
    PriceCatalogue prices = PriceCatalogue.bundled();
    PrivacyGate gate =
        new PrivacyGate(
            config.privacy().rules(), config.policy().preset() == Preset.AIR_GAPPED, journal);
    this.providers =
        Providers.open(
            config, new Providers.Materials(gate, egress, prices, environment, listeners));
    this.dispatcher = new Dispatcher(providers.bounded());
    this.meter = new Meter(config.costs());
    Function<Optional<String>, PrivacyRules> rules = rules(config);
    Redactor redactor = new Redactor(PseudonymKeyFile.in(config.dataDirectory()));
    Policy policy = new Policy(config.policy(), prices, meter);
    this.decider =
        new Decider(rules, gate, redactor, policy, providers::modelsOver, dispatcher::failing);
  }

  private Function<Optional<String>, PrivacyRules> rules(GatehouseConfig config) {
    List<EntityRecognizer> recognizers = RecognizerJars.load(config.privacy());
    PrivacyRules own = rules(config.privacy(), recognizers);
    Map<String, PrivacyRules> tenants =
        config.tenants().stream()
            .collect(
                Collectors.toMap(
                    TenantConfig::name, tenant -> rules(tenant.privacy(), recognizers)));
    return tenant -> tenant.map(name -> Objects.requireNonNull(tenants.get(name))).orElse(own);
  }

  private PrivacyRules rules(PrivacyConfig privacy, List<EntityRecognizer> recognizers) {
    return new PrivacyRules(
        new TimedClassifier(
            Classifiers.of(privacy, recognizers), scans, privacy.scanning().timeout()),
        privacy.rules());
  }

  /** The stops classify and decide. */
  public Decider decider() {
    return decider;
  }

  /** Every provider. */
  public Providers providers() {
    return providers;
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  Meter meter() {
    return meter;
  }

  @Override
  public void close() {
    providers.close();
    scans.close();
    egress.close();
  }
}
