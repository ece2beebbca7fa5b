package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gatehouse.config.Capability;
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
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.UncarriedOptions;
import dev.gatehouse.provider.langchain.LangChainChat;
import dev.gatehouse.provider.langchain.Vendor;
import dev.gatehouse.provider.langchain.VendorWire;
import dev.gatehouse.provider.relay.Relay;
import dev.gatehouse.provider.relay.RelayedCall;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What is Anthropic's own. */
final class AnthropicVendor implements Vendor {
  private static final String VERSION = "2023-06-01";
  private static final int USUAL_CONTEXT_TOKENS = 200_000;

  private volatile Map<String, ClaudeModel> listed = Map.of();

  @Override
  public List<Event.Header> headers(ProviderConfig provider) {
    List<Event.Header> headers = new ArrayList<>();
    headers.add(new Event.Header("anthropic-version", VERSION));
    provider.apiKey().ifPresent(key -> headers.add(new Event.Header("x-api-key", key.reveal())));
    return headers;
  }

  @Override
  public StreamingChatModel model(HttpClientBuilder http) {
    return AnthropicStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(LangChainChat.BASE_URL + "/v1")
        .apiKey("the door has it")
        .returnThinking(true)
        .build();
  }

  @Override
  public boolean relays(Wire wire) {
    return wire == Wire.ANTHROPIC_MESSAGES || wire == Wire.ANTHROPIC_COUNT_TOKENS;
  }

  @Override
  public RelayedCall relayed(ChatCall call) {
    return call.request().wire() == Wire.ANTHROPIC_COUNT_TOKENS
        ? new RelayedCount(call)
        : new RelayedMessage(call);
  }

  @Override
  public UncarriedOptions uncarried(ChatRequest request, Model model) {
    boolean thinks = model.capabilities().contains(Capability.THINKING);
    return UncarriedOptions.of(request.options(), false, true, thinks);
  }

  @Override
  public VendorWire wire(ChatCall call) {
    return new AnthropicWire(call, model(call.model().id()));
  }

  private ClaudeModel model(String id) {
    ClaudeModel found = listed.get(id);
    return found == null ? ClaudeModel.named(id) : found;
  }

  @Override
  public void embed(EmbeddingsCall call, Relay relay, EventSink sink) {
    throw new ProviderException(
        Kind.FAILED, call.model().providerName() + " has no model for embeddings");
  }

  @Override
  public List<ModelFacts> list(Probe upstream) {
    List<ModelFacts> facts = new ArrayList<>();
    Map<String, ClaudeModel> models = new HashMap<>();
    for (JsonNode entry : upstream.get("/v1/models?limit=1000").path("data")) {
      String id = entry.path("id").asText();
      ClaudeModel model = ClaudeModel.listed(entry);
      models.put(id, model);
      facts.add(
          ModelFacts.cloud(
              id,
              capabilities(model, entry.path("capabilities")),
              OptionalInt.of(entry.path("max_input_tokens").asInt(USUAL_CONTEXT_TOKENS))));
    }
    listed = Map.copyOf(models);
    return List.copyOf(facts);
  }

  /** What a listing does not tell is taken for granted. */
  private static Set<Capability> capabilities(ClaudeModel model, JsonNode told) {
    EnumSet<Capability> all =
        EnumSet.of(
            Capability.TOOLS,
            Capability.FORCED_TOOLS,
            Capability.JSON_OBJECT,
            Capability.JSON_SCHEMA,
            Capability.VERBATIM_FIELDS);
    if (!told.isObject() || ClaudeModel.supported(told.path("image_input"))) {
      all.add(Capability.VISION);
      all.add(Capability.IMAGE_URLS);
    }
    if (!told.isObject() || ClaudeModel.supported(told.path("pdf_input"))) {
      all.add(Capability.FILES);
    }
    if (model.thinks()) {
      all.add(Capability.THINKING);
    }
    return all;
  }

  @Override
  public ModelFacts unlisted(String id) {
    return ModelFacts.cloud(
        id,
        capabilities(ClaudeModel.named(id), MissingNode.getInstance()),
        OptionalInt.of(USUAL_CONTEXT_TOKENS));
  }
}
