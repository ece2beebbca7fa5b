package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.egress.Destination;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.CloudNames;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ModelFacts;
import dev.gatehouse.provider.Probe;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.relay.Relay;
import dev.gatehouse.provider.relay.RelayedCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** A server that speaks OpenAI's protocol. Hands requests and answers on verbatim. */
public final class OpenAiProvider implements Provider {
  private static final Set<Capability> OPENAI =
      EnumSet.complementOf(EnumSet.of(Capability.EMBEDDINGS));
  private static final Set<Capability> COMPATIBLE =
      EnumSet.of(
          Capability.TOOLS,
          Capability.FORCED_TOOLS,
          Capability.JSON_OBJECT,
          Capability.JSON_SCHEMA,
          Capability.LOGPROBS,
          Capability.MULTIPLE_CHOICES,
          Capability.THINKING,
          Capability.VERBATIM_FIELDS);

  private final ProviderConfig config;
  private final PriceCatalogue prices;
  private final Probe probe;
  private final Relay relay;
  private final Relay inCloud;
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
    URI baseUrl = config.requireBaseUrl();
    Upstream upstream = upstream(baseUrl, config.locality(), gate, egress);
    this.probe = new Probe(config.name(), upstream);
    this.relay = new Relay(config.name(), upstream);
    this.inCloud = new Relay(config.name(), upstream(baseUrl, Locality.CLOUD, gate, egress));
    this.models = config.models().stream().map(this::offer).toList();
  }

  private Upstream upstream(URI baseUrl, Locality locality, PrivacyGate gate, Egress egress) {
    Destination destination = new Destination(config.name(), baseUrl, locality);
    return new Upstream(gate, egress, destination, authorization(config), config.silenceTimeout());
  }

  /**
   * An Ollama behind this wire runs some models in its cloud; its locality is then not the
   * server's.
   */
  private Locality locality(String model) {
    return CloudNames.isCloud(model) ? Locality.CLOUD : config.locality();
  }

  private static String limitField(ProviderKind kind) {
    return kind == ProviderKind.OPENAI ? "max_completion_tokens" : "max_tokens";
  }

  private static List<Event.Header> authorization(ProviderConfig config) {
    return config
        .apiKey()
        .map(key -> new Event.Header("Authorization", "Bearer " + key.reveal()))
        .stream()
        .toList();
  }

  private Model offer(ModelConfig said) {
    ModelFacts facts =
        new ModelFacts(
            said.id(),
            locality(said.id()),
            Set.of(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Model.Details.UNKNOWN);
    return facts.offer(config.name(), said.withCapabilities(capabilities(said)), prices);
  }

  /** A relay carries every field, whatever the model makes of it. */
  private Set<Capability> capabilities(ModelConfig said) {
    if (said.capabilities().isEmpty()) {
      return config.kind() == ProviderKind.OPENAI ? OPENAI : COMPATIBLE;
    }
    Set<Capability> capabilities = new HashSet<>(said.capabilities());
    capabilities.add(Capability.VERBATIM_FIELDS);
    if (capabilities.contains(Capability.TOOLS)) {
      capabilities.add(Capability.FORCED_TOOLS);
    }
    return capabilities;
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
      found.add(offer(ModelConfig.of(entry.path("id").asText())));
    }
    return List.copyOf(found);
  }

  @Override
  public boolean relays(Wire wire) {
    return wire == Wire.OPENAI_CHAT
        || (wire == Wire.OPENAI_RESPONSES && config.kind() == ProviderKind.OPENAI);
  }

  @Override
  public void chat(ChatCall call, EventSink sink) {
    Locality runs = locality(call.model().id());
    (runs == config.locality() ? relay : inCloud).relay(relayed(call), sink);
  }

  private RelayedCall relayed(ChatCall call) {
    return call.request().wire() == Wire.OPENAI_RESPONSES
        ? new RelayedResponses(config.name(), call)
        : new RelayedChat(config.name(), call, limitField(config.kind()));
  }

  @Override
  public void embed(EmbeddingsCall call, EventSink sink) {
    throw new ProviderException(Kind.FAILED, config.name() + " has no model for embeddings");
  }

  @Override
  public void close() {}
}
