package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.CloudNames;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ModelFacts;
import dev.gatehouse.provider.Probe;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.UncarriedOptions;
import dev.gatehouse.provider.relay.RelayedCall;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A server that speaks OpenAI's protocol. What came in over one of that protocol's wires is handed
 * on verbatim, everything else translated.
 */
public final class OpenAiProvider implements Provider {
  /**
   * What every model is taken to have of which nobody says otherwise: this wire carries all of it,
   * and what the model makes of it is between caller and server. To refuse an image, say, because
   * nobody listed the model as one that sees would keep every unlisted one from working.
   */
  private static final Set<Capability> USUAL =
      EnumSet.complementOf(EnumSet.of(Capability.EMBEDDINGS));

  private static final Set<Capability> OF_EMBEDDER =
      EnumSet.of(Capability.EMBEDDINGS, Capability.VERBATIM_FIELDS);

  private final ProviderConfig config;
  private final PriceCatalogue prices;
  private final Probe probe;
  private final Lanes lanes;
  private final Lanes inCloud;
  private volatile List<Model> models;

  /**
   * @param config base URL up to and including {@code /v1}; its models, where it has any, are
   *     offered alone
   * @throws IllegalArgumentException if it has no base URL
   */
  public OpenAiProvider(
      ProviderConfig config, PrivacyGate gate, Egress egress, PriceCatalogue prices) {
    this.config = config;
    this.prices = prices;
    this.lanes = Lanes.to(config, config.locality(), gate, egress);
    this.inCloud = Lanes.to(config, Locality.CLOUD, gate, egress);
    this.probe = new Probe(config.name(), lanes.upstream());
    this.models =
        config.models().stream()
            .map(said -> offer(said, usual(ModelPurpose.of(said.id())), OptionalInt.empty()))
            .toList();
  }

  /**
   * An Ollama behind this wire runs some models in its cloud; its locality is then not the
   * server's.
   */
  private Locality locality(String model) {
    return CloudNames.isCloud(model) ? Locality.CLOUD : config.locality();
  }

  private static Set<Capability> usual(ModelPurpose purpose) {
    return switch (purpose) {
      case EMBEDDINGS -> OF_EMBEDDER;
      case CHAT, OTHER -> USUAL;
    };
  }

  private Model offer(ModelConfig said, Set<Capability> known, OptionalInt contextTokens) {
    ModelFacts facts =
        new ModelFacts(
            said.id(),
            locality(said.id()),
            known,
            contextTokens,
            OptionalDouble.empty(),
            Model.Details.UNKNOWN);
    return facts.offer(config.name(), carried(said), prices);
  }

  /** Where tools are known, so is the choice among them. */
  private static ModelConfig carried(ModelConfig said) {
    if (!said.capabilities().contains(Capability.TOOLS)) {
      return said;
    }
    Set<Capability> capabilities = new HashSet<>(said.capabilities());
    capabilities.add(Capability.FORCED_TOOLS);
    return said.withCapabilities(capabilities);
  }

  @Override
  public String name() {
    return config.name();
  }

  @Override
  public List<Model> models() {
    return models;
  }

  @Override
  public void discover() {
    List<Model> found = list();
    if (config.models().isEmpty()) {
      models = found;
    }
  }

  private List<Model> list() {
    List<Model> found = new ArrayList<>();
    for (JsonNode entry : probe.get("/models").path("data")) {
      ListedModel listed = new ListedModel(entry);
      if (!listed.id().isBlank() && listed.purpose() != ModelPurpose.OTHER) {
        found.add(
            offer(
                ModelConfig.of(listed.id()),
                listed.capabilities(usual(listed.purpose())),
                listed.contextTokens()));
      }
    }
    return List.copyOf(found);
  }

  @Override
  public boolean relays(Wire wire) {
    return switch (wire) {
      case OPENAI_CHAT, OPENAI_COMPLETIONS, OPENAI_EMBEDDINGS -> true;
      case OPENAI_RESPONSES -> isOpenAi();
      case ANTHROPIC_MESSAGES, ANTHROPIC_COUNT_TOKENS -> false;
      case OLLAMA_CHAT, OLLAMA_GENERATE, OLLAMA_EMBED, OLLAMA_EMBEDDINGS -> false;
    };
  }

  @Override
  public List<String> dropped(ChatRequest request, Model model) {
    ServerProfile server = profile(model);
    boolean thinks = !server.efforts().isEmpty();
    return UncarriedOptions.of(request.options(), true, server.topK(), thinks).names();
  }

  @Override
  public void chat(ChatCall call, EventSink sink) {
    if (relays(call.request().wire())) {
      lanes(call.model()).relay().relay(relayed(call), sink);
    } else {
      lanes(call.model()).chat().chat(call, profile(call.model()), sink);
    }
  }

  private RelayedCall relayed(ChatCall call) {
    return switch (call.request().wire()) {
      case OPENAI_CHAT ->
          new RelayedChat(
              config.name(), call, RelayedChat.Endpoint.chat(profile(call.model()).limitField()));
      case OPENAI_COMPLETIONS ->
          new RelayedChat(config.name(), call, RelayedChat.Endpoint.completions(isOpenAi()));
      case OPENAI_RESPONSES -> new RelayedResponses(config.name(), call);
      case OPENAI_EMBEDDINGS,
          ANTHROPIC_MESSAGES,
          ANTHROPIC_COUNT_TOKENS,
          OLLAMA_CHAT,
          OLLAMA_GENERATE,
          OLLAMA_EMBED,
          OLLAMA_EMBEDDINGS ->
          throw new IllegalStateException(call.request().wire() + " is not a relayed chat");
    };
  }

  private boolean isOpenAi() {
    return config.kind() == ProviderKind.OPENAI;
  }

  private ServerProfile profile(Model model) {
    return isOpenAi()
        ? ServerProfile.openAi(model.id())
        : ServerProfile.compatible(saidToThink(model.id()));
  }

  /** What nobody says of a model of an unknown server is not taken for granted here. */
  private boolean saidToThink(String modelId) {
    return config.models().stream()
        .anyMatch(
            said -> said.id().equals(modelId) && said.capabilities().contains(Capability.THINKING));
  }

  private Lanes lanes(Model model) {
    return locality(model.id()) == config.locality() ? lanes : inCloud;
  }

  @Override
  public void embed(EmbeddingsCall call, EventSink sink) {
    if (relays(call.request().wire())) {
      lanes(call.model()).relay().relay(RelayedEmbeddings.verbatim(config.name(), call), sink);
    } else {
      lanes(call.model()).embeddings().embed(call, sink);
    }
  }

  @Override
  public void close() {}
}
