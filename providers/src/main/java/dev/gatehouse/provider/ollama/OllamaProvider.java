package dev.gatehouse.provider.ollama;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ModelConfig;
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
import dev.gatehouse.provider.Probe;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UncarriedOptions;
import dev.gatehouse.provider.langchain.LangChainChat;
import dev.gatehouse.provider.langchain.VendorProvider;
import dev.gatehouse.provider.relay.Relay;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Ollama server. A model that runs in Ollama's cloud is CLOUD though the server is LOCAL, and is
 * called through a CLOUD destination, so that the gate refuses it whatever must stay at home.
 */
public final class OllamaProvider implements Provider {
  private static final Logger LOG = LoggerFactory.getLogger(OllamaProvider.class);

  private final ProviderConfig config;
  private final PriceCatalogue prices;
  private final OllamaCatalogue catalogue;
  private final OllamaRunners runners;
  private final OllamaChat chat;
  private final OllamaEmbeddings embeddings;
  private final OllamaAdministration administration;
  private volatile Optional<List<OllamaModel>> listed = Optional.empty();

  /**
   * @param config its models, where it has any, are offered alone
   * @param prices for the models that run in Ollama's cloud
   */
  public OllamaProvider(
      ProviderConfig config, PrivacyGate gate, Egress egress, PriceCatalogue prices) {
    this(new VendorProvider.Setup(config, gate, egress, prices), OllamaTimings.NONE);
  }

  /**
   * @param setup its configured models, where it has any, are offered alone; its prices are for the
   *     models that run in Ollama's cloud
   * @param timings is told where the time of every answer went
   */
  public OllamaProvider(VendorProvider.Setup setup, OllamaTimings timings) {
    this.config = setup.config();
    this.prices = setup.prices();
    Upstream own = upstream(setup, config.locality());
    Upstream cloud = upstream(setup, Locality.CLOUD);
    OllamaLanes atHome = lanes(own);
    OllamaLanes inCloud = lanes(cloud);
    this.catalogue = new OllamaCatalogue(config.name(), new Probe(config.name(), own));
    this.runners = new OllamaRunners(config, timings);
    this.chat = new OllamaChat(atHome, inCloud, runners);
    this.administration = new OllamaAdministration(own, cloud, this);
    this.embeddings = new OllamaEmbeddings(atHome.relay(), inCloud.relay(), runners);
  }

  private OllamaLanes lanes(Upstream upstream) {
    return new OllamaLanes(
        new LangChainChat(config.name(), upstream, OllamaProvider::model),
        new Relay(config.name(), upstream));
  }

  private static Upstream upstream(VendorProvider.Setup setup, Locality locality) {
    ProviderConfig config = setup.config();
    return new Upstream(
        setup.gate(),
        setup.egress(),
        new Destination(config.name(), config.requireBaseUrl(), locality),
        List.of(),
        config.silenceTimeout());
  }

  private static StreamingChatModel model(HttpClientBuilder http) {
    return new OllamaStreamingChatModel.OllamaStreamingChatModelBuilder()
        .httpClientBuilder(http)
        .baseUrl(LangChainChat.BASE_URL)
        .returnThinking(true)
        .build();
  }

  @Override
  public String name() {
    return config.name();
  }

  /**
   * Before the first discovery the configured models are taken on trust; after it, a model that the
   * server does not have is not offered.
   */
  @Override
  public List<Model> models() {
    if (config.models().isEmpty()) {
      return listed.orElse(List.of()).stream()
          .filter(model -> model.chats() || model.embeds())
          .map(model -> offer(model, ModelConfig.of(model.name())))
          .toList();
    }
    return config.models().stream().flatMap(said -> offered(said).stream()).toList();
  }

  private Optional<Model> offered(ModelConfig said) {
    return listed.isEmpty()
        ? Optional.of(offer(OllamaModel.named(said.id()), said))
        : find(said.id()).map(found -> offer(found.calledAs(said.id()), said));
  }

  private Model offer(OllamaModel model, ModelConfig said) {
    return model
        .facts(config.locality(), runners.longestContext(model), runners.loadTime(model))
        .offer(config.name(), said, prices);
  }

  private Optional<OllamaModel> find(String id) {
    return listed.orElse(List.of()).stream().filter(model -> model.isCalled(id)).findFirst();
  }

  @Override
  public void discover() {
    try {
      listed = Optional.of(catalogue.list());
    } catch (ProviderException e) {
      listed = Optional.empty();
      throw e;
    }
  }

  @Override
  public boolean relays(Wire wire) {
    return OllamaCall.isOllamas(wire);
  }

  @Override
  public List<String> dropped(ChatRequest request, Model model) {
    boolean thinks = model.capabilities().contains(Capability.THINKING);
    return UncarriedOptions.of(request.options(), true, true, thinks).names();
  }

  /**
   * Lets a model answer. Where it runs is taken from the server's own list and not from the call,
   * which may be older; a model that is not on the list is not called at all.
   */
  @Override
  public void chat(ChatCall call, EventSink sink) {
    chat.chat(model(call.model().id()), call, sink);
  }

  private OllamaModel model(String id) {
    if (find(id).isEmpty()) {
      discover();
    }
    return find(id)
        .orElseThrow(
            () -> new ProviderException(Kind.FAILED, config.name() + " has no model " + id));
  }

  @Override
  public void embed(EmbeddingsCall call, EventSink sink) {
    embeddings.embed(model(call.model().id()), call, sink);
  }

  /** What changes the server's models. */
  public OllamaAdministration administration() {
    return administration;
  }

  /** Looks again after a change; a server that does not answer is looked at later. */
  void discoverIfPossible() {
    try {
      discover();
    } catch (ProviderException e) {
      LOG.info("{}: {}", config.name(), e.getMessage());
    }
  }

  /** Whether the server has a model of that name, and it runs where the server does. */
  boolean runsAtHome(String id) {
    return find(id).filter(model -> !model.cloud()).isPresent();
  }

  /** The context length that calls of a model ask for; empty while none has asked. */
  OptionalInt contextOf(String id) {
    return find(id)
        .map(runners::context)
        .filter(tokens -> tokens > 0)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  @Override
  public void close() {}
}
