package dev.gatehouse.provider.langchain;

import dev.gatehouse.catalogue.PriceCatalogue;
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
import dev.gatehouse.provider.ModelFacts;
import dev.gatehouse.provider.Probe;
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.relay.Relay;
import java.util.List;
import java.util.Optional;

/** A cloud vendor: everything of it that is not that vendor's own. */
public class VendorProvider implements Provider {
  private final ProviderConfig config;
  private final PriceCatalogue prices;
  private final Vendor vendor;
  private final Probe probe;
  private final Relay relay;
  private final LangChainChat chat;
  private volatile List<ModelFacts> listed = List.of();

  /**
   * @param setup its models, where it has any, are offered alone
   */
  protected VendorProvider(Setup setup, Vendor vendor) {
    this.config = setup.config();
    this.prices = setup.prices();
    this.vendor = vendor;
    Upstream upstream = setup.upstream(vendor);
    this.probe = new Probe(config.name(), upstream);
    this.relay = new Relay(config.name(), upstream);
    this.chat = new LangChainChat(config.name(), upstream, vendor::model);
  }

  @Override
  public final String name() {
    return config.name();
  }

  @Override
  public final List<Model> models() {
    if (config.models().isEmpty()) {
      return listed.stream().map(facts -> offer(facts, ModelConfig.of(facts.id()))).toList();
    }
    return config.models().stream().map(said -> offer(facts(said.id()), said)).toList();
  }

  /** A server of the operator's own may speak a vendor's protocol, and runs where it is said to. */
  private Model offer(ModelFacts facts, ModelConfig said) {
    return facts.at(config.locality()).offer(config.name(), said, prices);
  }

  private ModelFacts facts(String id) {
    Optional<ModelFacts> found = listed.stream().filter(facts -> facts.id().equals(id)).findFirst();
    return found.orElseGet(() -> vendor.unlisted(id));
  }

  @Override
  public final void discover() {
    try {
      listed = vendor.list(probe);
    } catch (ProviderException e) {
      listed = List.of();
      throw e;
    }
  }

  @Override
  public final boolean relays(Wire wire) {
    return vendor.relays(wire);
  }

  @Override
  public final List<String> dropped(ChatRequest request, Model model) {
    return vendor.uncarried(request, model).names();
  }

  @Override
  public final void chat(ChatCall call, EventSink sink) {
    if (vendor.relays(call.request().wire())) {
      relay.relay(vendor.relayed(call), sink);
    } else {
      chat.chat(call, vendor.wire(call), sink);
    }
  }

  @Override
  public final void embed(EmbeddingsCall call, EventSink sink) {
    vendor.embed(call, relay, sink);
  }

  @Override
  public final void close() {}

  /**
   * What every provider of this kind is made of.
   *
   * @param config base URL without the API's version
   * @param prices attached to the models by name
   */
  public record Setup(
      ProviderConfig config, PrivacyGate gate, Egress egress, PriceCatalogue prices) {

    private Upstream upstream(Vendor vendor) {
      return new Upstream(
          gate,
          egress,
          new Destination(config.name(), config.requireBaseUrl(), config.locality()),
          vendor.headers(config),
          config.silenceTimeout());
    }
  }
}
