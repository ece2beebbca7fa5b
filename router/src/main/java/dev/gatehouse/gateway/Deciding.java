package dev.gatehouse.gateway;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.classify.FailureListener;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.config.Preset;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.config.TenantConfig;
import dev.gatehouse.dispatch.Dispatcher;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.GateJournal;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.keyfile.KeyFile;
import dev.gatehouse.meter.Meter;
import dev.gatehouse.pipeline.Decider;
import dev.gatehouse.pipeline.PrivacyRules;
import dev.gatehouse.pipeline.RedactedForm;
import dev.gatehouse.pipeline.ScanThreads;
import dev.gatehouse.pipeline.TimedClassifier;
import dev.gatehouse.policy.Policy;
import dev.gatehouse.redact.PseudonymKey;
import dev.gatehouse.redact.Redactor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The half of a gateway that decides: providers and the stops up to dispatch, without ledger and
 * server.
 */
public final class Deciding implements AutoCloseable {

  /**
   * Kept in the data directory, so that tokens are the same after a restart. Whoever replaces the
   * file makes every token new at the next start.
   */
  static final String PSEUDONYM_KEY = "pseudonym.key";

  private final Egress egress = new Egress();
  private final ScanThreads scans = new ScanThreads();
  private final Providers providers;
  private final Dispatcher dispatcher;
  private final Meter meter;
  private final Decider decider;

  /**
   * Constructs it and asks the providers what they offer.
   *
   * @param listeners told of what happens
   * @param journal is told of every call before its first byte leaves
   * @throws dev.gatehouse.keyfile.KeyFileException if the key of the pseudonyms cannot be had
   */
  public Deciding(
      GatehouseConfig config,
      Map<String, String> environment,
      Providers.Listeners listeners,
      GateJournal journal) {
    this(config, environment, new Parts(listeners, journal, new Classifiers(config.privacy())::of));
  }

  /**
   * What it is made of besides the configuration.
   *
   * @param classifiers make a classifier for the whole gateway or for a tenant
   */
  record Parts(
      Providers.Listeners listeners,
      GateJournal journal,
      BiFunction<PrivacyConfig, FailureListener, RequestClassifier> classifiers) {}

  /** Constructs it of its parts. Errors as above. */
  Deciding(GatehouseConfig config, Map<String, String> environment, Parts parts) {
    PriceCatalogue prices = PriceCatalogue.bundled();
    PrivacyGate gate =
        new PrivacyGate(
            config.privacy().rules(),
            config.policy().preset() == Preset.AIR_GAPPED,
            parts.journal());
    this.providers =
        Providers.open(
            config, new Providers.Materials(gate, egress, prices, environment, parts.listeners()));
    this.dispatcher = new Dispatcher(providers.bounded());
    this.meter = new Meter(config.costs());
    Function<Optional<String>, PrivacyRules> rules = rules(config, parts);
    Redactor redactor = new Redactor(pseudonymKey(config.dataDirectory()));
    Policy policy = new Policy(config.policy(), prices, meter);
    this.decider =
        new Decider(
            rules,
            gate,
            new RedactedForm.Maker(redactor, gate, parts.listeners().failures()),
            policy,
            providers::modelsOver,
            dispatcher::failing);
  }

  private static PseudonymKey pseudonymKey(Path dataDirectory) {
    return new PseudonymKey(new KeyFile(dataDirectory.resolve(PSEUDONYM_KEY)).key());
  }

  private Function<Optional<String>, PrivacyRules> rules(GatehouseConfig config, Parts parts) {
    PrivacyRules own = rules(config.privacy(), parts);
    Map<String, PrivacyRules> tenants =
        config.tenants().stream()
            .collect(
                Collectors.toMap(TenantConfig::name, tenant -> rules(tenant.privacy(), parts)));
    return tenant -> tenant.map(name -> Objects.requireNonNull(tenants.get(name))).orElse(own);
  }

  private PrivacyRules rules(PrivacyConfig privacy, Parts parts) {
    RequestClassifier classifier = parts.classifiers().apply(privacy, parts.listeners().failures());
    return new PrivacyRules(
        new TimedClassifier(classifier, scans, privacy.scanning().timeout()), privacy.rules());
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
