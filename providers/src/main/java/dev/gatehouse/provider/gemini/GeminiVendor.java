package dev.gatehouse.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.gatehouse.provider.UncarriedOptions;
import dev.gatehouse.provider.langchain.LangChainChat;
import dev.gatehouse.provider.langchain.Vendor;
import dev.gatehouse.provider.langchain.VendorWire;
import dev.gatehouse.provider.relay.Relay;
import dev.gatehouse.provider.relay.RelayedCall;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What is Gemini's own of the translated lane. */
final class GeminiVendor implements Vendor {
  private static final String NAME_PREFIX = "models/";
  private static final Set<Capability> CHAT =
      Set.of(
          Capability.TOOLS,
          Capability.FORCED_TOOLS,
          Capability.VISION,
          Capability.AUDIO,
          Capability.FILES,
          Capability.JSON_OBJECT,
          Capability.JSON_SCHEMA);

  @Override
  public List<Event.Header> headers(ProviderConfig provider) {
    return provider.apiKey().stream()
        .map(key -> new Event.Header("x-goog-api-key", key.reveal()))
        .toList();
  }

  @Override
  public StreamingChatModel model(HttpClientBuilder http) {
    return GoogleAiGeminiStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(LangChainChat.BASE_URL + "/v1beta")
        .apiKey("the door has it")
        .returnThinking(true)
        .build();
  }

  @Override
  public boolean relays(Wire wire) {
    return false;
  }

  @Override
  public RelayedCall relayed(ChatCall call) {
    throw new IllegalStateException(call.request().wire() + " is not relayed");
  }

  @Override
  public UncarriedOptions uncarried(ChatRequest request, Model model) {
    boolean thinks = model.capabilities().contains(Capability.THINKING);
    return UncarriedOptions.of(request.options(), true, true, thinks);
  }

  @Override
  public VendorWire wire(ChatCall call) {
    return new GeminiWire(call);
  }

  @Override
  public void embed(EmbeddingsCall call, Relay relay, EventSink sink) {
    new GeminiEmbeddings(call, relay, sink).embed();
  }

  @Override
  public List<ModelFacts> list(Probe upstream) {
    List<ModelFacts> models = new ArrayList<>();
    for (JsonNode entry : upstream.get("/v1beta/models?pageSize=1000").path("models")) {
      if (does(entry, "generateContent") ? chats(id(entry)) : does(entry, "embedContent")) {
        models.add(facts(entry));
      }
    }
    return List.copyOf(models);
  }

  private static boolean does(JsonNode entry, String method) {
    for (JsonNode each : entry.path("supportedGenerationMethods")) {
      if (each.asText().equals(method)) {
        return true;
      }
    }
    return false;
  }

  /** Speech and image models generate content too, but no text. */
  private static boolean chats(String id) {
    return (id.startsWith("gemini-") || id.startsWith("gemma-"))
        && !id.contains("-tts")
        && !id.contains("-image");
  }

  private static String id(JsonNode entry) {
    String name = entry.path("name").asText("");
    return name.startsWith(NAME_PREFIX) ? name.substring(NAME_PREFIX.length()) : name;
  }

  private static ModelFacts facts(JsonNode entry) {
    Set<Capability> capabilities = EnumSet.copyOf(capabilities(id(entry)));
    if (entry.path("thinking").asBoolean(false)) {
      capabilities.add(Capability.THINKING);
    }
    int limit = entry.path("inputTokenLimit").asInt(0);
    return ModelFacts.cloud(
        id(entry), capabilities, limit > 0 ? OptionalInt.of(limit) : OptionalInt.empty());
  }

  @Override
  public ModelFacts unlisted(String id) {
    Set<Capability> capabilities = EnumSet.copyOf(capabilities(id));
    if (GeminiModel.named(id).thinks()) {
      capabilities.add(Capability.THINKING);
    }
    return ModelFacts.cloud(id, capabilities, OptionalInt.empty());
  }

  private static Set<Capability> capabilities(String id) {
    return id.contains("embedding") ? Set.of(Capability.EMBEDDINGS) : CHAT;
  }
}
