package dev.gatehouse.provider.ollama;

import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.egress.Destination;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.Probe;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.LangChainChat;
import dev.gatehouse.provider.langchain.Rejection;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An Ollama server. A model that runs in Ollama's cloud is CLOUD though the server is LOCAL, and is
 * called through a CLOUD destination, so that the gate refuses it whatever must stay at home.
 */
public final class OllamaProvider implements Provider {
  private final ProviderConfig config;
  private final PriceCatalogue prices;
  private final OllamaCatalogue catalogue;
  private final LangChainChat atHome;
  private final LangChainChat inCloud;
  private final ContextSizes contextSizes = new ContextSizes();
  private volatile Optional<List<OllamaModel>> listed = Optional.empty();

  /**
   * @param config its models, where it has any, are offered alone
   * @param prices for the models that run in Ollama's cloud
   */
  public OllamaProvider(
      ProviderConfig config, PrivacyGate gate, Egress egress, PriceCatalogue prices) {
    this.config = config;
    this.prices = prices;
    Upstream own = upstream(config, gate, egress, config.locality());
    this.catalogue = new OllamaCatalogue(config.name(), new Probe(config.name(), own));
    this.atHome = new LangChainChat(config.name(), own, OllamaProvider::model);
    this.inCloud =
        new LangChainChat(
            config.name(), upstream(config, gate, egress, Locality.CLOUD), OllamaProvider::model);
  }

  private static Upstream upstream(
      ProviderConfig config, PrivacyGate gate, Egress egress, Locality locality) {
    return new Upstream(
        gate,
        egress,
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
          .filter(OllamaModel::chats)
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
    return model.facts(config.locality()).offer(config.name(), said, prices);
  }

  private Optional<OllamaModel> find(String id) {
    String name = OllamaModel.withTag(id);
    return listed.orElse(List.of()).stream().filter(model -> model.name().equals(name)).findFirst();
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
    return false;
  }

  /**
   * Lets a model answer. Where it runs is taken from the server's own list and not from the call,
   * which may be older; a model that is not on the list is not called at all.
   */
  @Override
  public void chat(ChatCall call, EventSink sink) {
    OllamaModel model = model(call.model().id());
    refuseForcedTools(call);
    chat(model, call, sink);
  }

  private OllamaModel model(String id) {
    if (find(id).isEmpty()) {
      discover();
    }
    return find(id)
        .orElseThrow(
            () -> new ProviderException(Kind.FAILED, config.name() + " has no model " + id));
  }

  private void refuseForcedTools(ChatCall call) {
    switch (call.request().toolChoice()) {
      case ToolChoice.Auto _, ToolChoice.None _ -> {}
      case ToolChoice.Required _, ToolChoice.Named _ ->
          throw Rejection.of(config.name(), "tool_choice", "expected auto or none");
    }
  }

  private void chat(OllamaModel model, ChatCall call, EventSink sink) {
    int answerTokens = call.request().options().maxOutputTokens().orElse(call.maxOutputTokens());
    int context = contextSizes.choose(model, PromptEstimate.tokens(call.request()) + answerTokens);
    try {
      attempt(model, call, context, sink);
    } catch (ProviderException e) {
      OptionalInt promptTokens = OllamaErrors.tooLongPrompt(e);
      int larger =
          promptTokens.isEmpty()
              ? context
              : contextSizes.choose(model, promptTokens.getAsInt() + answerTokens);
      if (larger <= context) {
        throw OllamaErrors.readable(e);
      }
      attemptLarger(model, call, larger, sink);
    }
  }

  /** Once more, now that the server has counted: the estimate was too low. */
  private void attemptLarger(OllamaModel model, ChatCall call, int context, EventSink sink) {
    try {
      attempt(model, call, context, sink);
    } catch (ProviderException e) {
      throw OllamaErrors.readable(e);
    }
  }

  private void attempt(OllamaModel model, ChatCall call, int context, EventSink sink) {
    (model.cloud() ? inCloud : atHome).chat(call, new OllamaWire(call, context), sink);
  }

  @Override
  public void embed(EmbeddingsCall call, EventSink sink) {
    throw new ProviderException(Kind.FAILED, config.name() + " has no model for embeddings");
  }

  @Override
  public void close() {}
}
