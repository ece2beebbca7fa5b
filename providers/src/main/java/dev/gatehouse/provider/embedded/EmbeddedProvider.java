package dev.gatehouse.provider.embedded;

import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.egress.Destination;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UncarriedOptions;
import dev.gatehouse.provider.openai.RelayedChat;
import dev.gatehouse.provider.openai.ServerProfile;
import dev.gatehouse.provider.openai.TranslatedChat;
import dev.gatehouse.provider.relay.Relay;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The model that comes with the gateway, called over OpenAI's wire in its child process. */
public final class EmbeddedProvider implements Provider {
  /**
   * How long a request waits for a child that is just loading; a model of this size takes well
   * under a second.
   */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final ProviderConfig config;
  private final EmbeddedEngine engine;
  private final PrivacyGate gate;
  private final Egress egress;

  /**
   * @param engine owned by this provider from now on: it is closed with it
   */
  public EmbeddedProvider(
      ProviderConfig config, EmbeddedEngine engine, PrivacyGate gate, Egress egress) {
    this.config = config;
    this.engine = engine;
    this.gate = gate;
    this.egress = egress;
  }

  /** Starts fetching and loading the model; returns at once. */
  public void start() {
    engine.start();
  }

  /** Blocks until the model answers or will not; whether it does. */
  public boolean awaitReady(Duration longest) throws InterruptedException {
    return engine.awaitReady(longest);
  }

  /** Whether it is the small model that comes with the gateway, and not one of the operator's. */
  public boolean isToy() {
    return config.weights().isEmpty();
  }

  /** Whether the model answers now. */
  public boolean isReady() {
    return engine.endpoint().isPresent();
  }

  /** Why there is no model and will be none; empty while there is hope. */
  public Optional<String> failure() {
    return engine.state() instanceof EngineState.Failed(String reason)
        ? Optional.of(reason)
        : Optional.empty();
  }

  /** Where the engine is now, for people to read. */
  public String describe() {
    return engine.describe();
  }

  @Override
  public String name() {
    return config.name();
  }

  /**
   * The one model, also before it answers: a request for it is then told why it does not, instead
   * of that there is none.
   */
  @Override
  public List<Model> models() {
    List<Model> known = engine.models();
    return known.isEmpty() ? List.of(engine.expectedModel()) : known;
  }

  /** Has nothing to ask: the engine knows its one model. */
  @Override
  public void discover() {}

  @Override
  public boolean relays(Wire wire) {
    return wire == Wire.OPENAI_CHAT;
  }

  @Override
  public List<String> dropped(ChatRequest request, Model model) {
    return UncarriedOptions.of(request.options(), true, true, false).names();
  }

  @Override
  public void chat(ChatCall call, EventSink sink) {
    Destination destination =
        new Destination(config.name(), URI.create(endpoint() + "/v1"), config.locality());
    Upstream upstream = new Upstream(gate, egress, destination, List.of(), config.silenceTimeout());
    ServerProfile server = ServerProfile.compatible(false);
    if (relays(call.request().wire())) {
      RelayedChat.Endpoint endpoint = RelayedChat.Endpoint.chat(server.limitField());
      new Relay(config.name(), upstream)
          .relay(new RelayedChat(config.name(), call, endpoint), sink);
    } else {
      new TranslatedChat(config.name(), upstream).chat(call, server, sink);
    }
  }

  @Override
  public void embed(EmbeddingsCall call, EventSink sink) {
    throw new ProviderException(Kind.FAILED, config.name() + " has no model for embeddings");
  }

  private URI endpoint() {
    if (engine.state() instanceof EngineState.Starting) {
      awaitLoaded();
    }
    return engine.endpoint().orElseThrow(() -> new ProviderException(Kind.BUSY, engine.describe()));
  }

  private void awaitLoaded() {
    try {
      engine.awaitReady(LONGEST_WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
