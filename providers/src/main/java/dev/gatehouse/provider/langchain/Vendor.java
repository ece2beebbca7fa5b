package dev.gatehouse.provider.langchain;

import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.inference.Event;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ModelFacts;
import dev.gatehouse.provider.Probe;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.List;

/** What a {@link TranslatedProvider} must know of its vendor. Safe for use by any thread. */
public interface Vendor {

  /** Sent with every call: the key, say. A key never stands in a URL. */
  List<Event.Header> headers(ProviderConfig provider);

  /** LangChain4j's model over {@link LangChainChat#BASE_URL}; it holds no real key. */
  StreamingChatModel model(HttpClientBuilder http);

  /** A new wire for one call. */
  VendorWire wire(ChatCall call);

  /** What the vendor lists that can chat. */
  List<ModelFacts> list(Probe upstream);

  /** What holds for a model of which only the name is known. */
  ModelFacts unlisted(String id);
}
