package dev.gatehouse.provider.langchain;

import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.EventSink;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.ModelFacts;
import dev.gatehouse.provider.Probe;
import dev.gatehouse.provider.UncarriedOptions;
import dev.gatehouse.provider.relay.Relay;
import dev.gatehouse.provider.relay.RelayedCall;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.List;

/** What a {@link VendorProvider} must know of its vendor. Safe for use by any thread. */
public interface Vendor {

  /** Sent with every call: the key, say. A key never stands in a URL. */
  List<Event.Header> headers(ProviderConfig provider);

  /** LangChain4j's model over {@link LangChainChat#BASE_URL}; it holds no real key. */
  StreamingChatModel model(HttpClientBuilder http);

  /** Whether a request that came in over {@code wire} is handed on verbatim. */
  boolean relays(Wire wire);

  /** The faithful lane of one call; asked for only over wires that are relayed. */
  RelayedCall relayed(ChatCall call);

  /** Which options of a request the translated lane has no place for. */
  UncarriedOptions uncarried(ChatRequest request, Model model);

  /** The translated lane of one call: a new wire. */
  VendorWire wire(ChatCall call);

  /**
   * Turns texts into vectors; asked only of models that have {@link
   * dev.gatehouse.config.Capability#EMBEDDINGS}. The contract is {@link
   * dev.gatehouse.provider.Provider#embed}'s.
   */
  void embed(EmbeddingsCall call, Relay relay, EventSink sink);

  /** The models that the vendor lists and we can ask. */
  List<ModelFacts> list(Probe upstream);

  /** What holds for a model of which only the name is known. */
  ModelFacts unlisted(String id);
}
