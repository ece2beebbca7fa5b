package dev.gatehouse.gateway;

import dev.gatehouse.audit.AuditJournal;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.AuditWitness;
import dev.gatehouse.audit.SentPayloads;
import dev.gatehouse.classify.FailureListener;
import dev.gatehouse.classify.RequestClassifier;
import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.conversation.Conversations;
import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.dialect.anthropic.AnthropicDialect;
import dev.gatehouse.dialect.ollama.OllamaDialect;
import dev.gatehouse.dialect.openai.OpenAiDialect;
import dev.gatehouse.egress.GateJournal;
import dev.gatehouse.http.GatewayServer;
import dev.gatehouse.ledger.Budgets;
import dev.gatehouse.ledger.Ledger;
import dev.gatehouse.ledger.Ledgers;
import dev.gatehouse.pipeline.Accounting;
import dev.gatehouse.pipeline.AuditTrail;
import dev.gatehouse.pipeline.InferencePipeline;
import dev.gatehouse.pipeline.Judging;
import dev.gatehouse.pipeline.OllamaModels;
import dev.gatehouse.pipeline.PrivacyJudge;
import dev.gatehouse.pipeline.Remembering;
import dev.gatehouse.provider.embedded.Progress;
import dev.gatehouse.telemetry.GatewayMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A running gateway. */
public final class Gateway implements AutoCloseable {
  private final Ledger ledger;
  private final AuditLog audit;
  private final Deciding deciding;
  private final GatewayServer server;

  /**
   * Starts a gateway: opens the ledger, asks the providers what they offer, listens. Serves at
   * once, also while the embedded model is still being fetched.
   *
   * @param environment where API keys are looked for if no provider is configured
   * @param progress told of the embedded model's download
   * @throws dev.gatehouse.ledger.LedgerException if the ledger cannot be opened
   * @throws dev.gatehouse.audit.AuditException if the audit log cannot be opened, or was changed
   * @throws dev.gatehouse.keyfile.KeyFileException if a key of the data directory cannot be had
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public Gateway(
      GatehouseConfig config, Map<String, String> environment, Consumer<Progress> progress) {
    this(config, environment, progress, new Classifiers(config.privacy())::of);
  }

  /** Starts a gateway that classifies as it is told, the rest as above. */
  Gateway(
      GatehouseConfig config,
      Map<String, String> environment,
      Consumer<Progress> progress,
      BiFunction<PrivacyConfig, FailureListener, RequestClassifier> classifiers) {
    Clock clock = Clock.systemUTC();
    GatewayMetrics metrics = new GatewayMetrics();
    this.ledger = Ledgers.open(config.ledger(), config.dataDirectory());
    this.audit =
        AuditLog.open(
            config.dataDirectory(), clock.instant(), ledger.auditWitness(config.dataDirectory()));
    this.deciding =
        new Deciding(
            config,
            environment,
            new Deciding.Parts(
                new Providers.Listeners(progress, metrics::ollamaAnswered, metrics::stopFailed),
                journal(config, clock),
                classifiers));
    Budgets budgets = Budgets.open(config.budgets(), config.keys(), ledger, clock.instant());
    Accounting accounting = new Accounting(ledger, budgets, deciding.meter(), metrics, clock);
    AuditTrail trail = new AuditTrail(audit, clock);
    OllamaModels ollama = new OllamaModels(deciding.decider(), providers().ollamas(), trail);
    InferencePipeline pipeline =
        new InferencePipeline(
            judging(config, accounting),
            deciding.dispatcher(),
            accounting,
            new Remembering(new Conversations(), trail),
            ollama,
            config.server().heartbeatInterval());
    this.server =
        new GatewayServer(
            config,
            new GatewayServer.Services(
                pipeline,
                ollama,
                dialects(config, clock),
                providers()::ready,
                new LedgerAdmin(ledger, metrics),
                clock));
    providers().start();
  }

  private Judging judging(GatehouseConfig config, Accounting accounting) {
    return new Judging(
        deciding.decider(),
        config
            .privacy()
            .judge()
            .map(
                each ->
                    new PrivacyJudge(each, deciding.decider(), deciding.dispatcher(), accounting)));
  }

  /** What was kept before goes when its time is over, also where nothing is kept any more. */
  private GateJournal journal(GatehouseConfig config, Clock clock) {
    Duration kept = config.audit().keepSent();
    SentPayloads payloads = new SentPayloads(config.dataDirectory(), kept);
    payloads.clean(clock.instant());
    AuditJournal journal = AuditJournal.of(audit, clock);
    return kept.isZero() ? journal : journal.keeping(payloads);
  }

  private List<Dialect> dialects(GatehouseConfig config, Clock clock) {
    return List.of(
        new OllamaDialect(providers()::models, config.policy().aliases(), clock),
        new AnthropicDialect(providers()::models, clock.instant()),
        new OpenAiDialect(
            providers()::models,
            config.policy().aliases().keySet(),
            clock.instant(),
            ledger.responses(config.responses().retention(), clock)));
  }

  /** Every provider. */
  public Providers providers() {
    return deciding.providers();
  }

  /** What the ledger saw of the audit log and was gone at the start; empty where all was there. */
  public Optional<AuditWitness.Mark> lostAudit() {
    return audit.lost();
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Stops listening, ends child processes, closes the ledger. */
  @Override
  public void close() {
    server.close();
    deciding.close();
    try (ledger) {
      audit.close();
    }
  }
}
