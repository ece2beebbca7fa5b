package dev.gatehouse.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ModelFacts;
import dev.gatehouse.provider.Probe;
import dev.gatehouse.provider.langchain.LangChainChat;
import dev.gatehouse.provider.langchain.Vendor;
import dev.gatehouse.provider.langchain.VendorWire;
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
  private static final Set<Capability> ALWAYS =
      Set.of(
          Capability.TOOLS,
          Capability.FORCED_TOOLS,
          Capability.VISION,
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
        .sendThinking(false)
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
  public VendorWire wire(ChatCall call) {
    return new GeminiWire(call);
  }

  @Override
  public List<ModelFacts> list(Probe upstream) {
    List<ModelFacts> models = new ArrayList<>();
    for (JsonNode entry : upstream.get("/v1beta/models?pageSize=1000").path("models")) {
      if (chats(entry)) {
        models.add(facts(entry));
      }
    }
    return List.copyOf(models);
  }

  /** Speech and image models generate content too, but no text. */
  private static boolean chats(JsonNode entry) {
    String id = id(entry);
    for (JsonNode method : entry.path("supportedGenerationMethods")) {
      if (method.asText().equals("generateContent")) {
        return (id.startsWith("gemini-") || id.startsWith("gemma-"))
            && !id.contains("-tts")
            && !id.contains("-image");
      }
    }
    return false;
  }

  private static String id(JsonNode entry) {
    String name = entry.path("name").asText("");
    return name.startsWith(NAME_PREFIX) ? name.substring(NAME_PREFIX.length()) : name;
  }

  private static ModelFacts facts(JsonNode entry) {
    Set<Capability> capabilities = EnumSet.copyOf(ALWAYS);
    if (entry.path("thinking").asBoolean(false)) {
      capabilities.add(Capability.THINKING);
    }
    int limit = entry.path("inputTokenLimit").asInt(0);
    return ModelFacts.cloud(
        id(entry), capabilities, limit > 0 ? OptionalInt.of(limit) : OptionalInt.empty());
  }

  @Override
  public ModelFacts unlisted(String id) {
    return ModelFacts.cloud(id, ALWAYS, OptionalInt.empty());
  }
}
