package dev.gatehouse.gateway;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.config.Preset;
import dev.gatehouse.dispatch.Dispatcher;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.meter.Meter;
import dev.gatehouse.pipeline.Decider;
import dev.gatehouse.policy.Policy;
import java.util.Map;

/**
 * The half of a gateway that decides: providers and the stops up to dispatch, without ledger and
 * server.
 */
public final class Deciding implements AutoCloseable {
  private final Egress egress = new Egress();
  private final Providers providers;
  private final Dispatcher dispatcher;
  private final Meter meter;
  private final Decider decider;

  /**
   * Constructs it and asks the providers what they offer.
   *
   * @param listeners told of what happens in providers
   */
  public Deciding(
      GatehouseConfig config, Map<String, String> environment, Providers.Listeners listeners) {
    this(config, environment, listeners, Classifiers.of(config.privacy()));
  }

  /** Constructs it with a classifier of the caller's, the rest as above. */
  Deciding(
      GatehouseConfig config,
      Map<String, String> environment,
      Providers.Listeners listeners,
      RequestClassifier classifier) {
    PriceCatalogue prices = PriceCatalogue.bundled();
    PrivacyGate gate =
        new PrivacyGate(config.privacy().rules(), config.policy().preset() == Preset.AIR_GAPPED);
    this.providers =
        Providers.open(
            config, new Providers.Materials(gate, egress, prices, environment, listeners));
    this.dispatcher = new Dispatcher(providers.bounded());
    this.meter = new Meter(config.costs());
    Policy policy = new Policy(config.policy(), prices, meter);
    this.decider =
        new Decider(classifier, gate, policy, providers::modelsOver, dispatcher::failing);
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
    egress.close();
  }
}
