package dev.gatehouse.provider.anthropic;

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
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What is Anthropic's own of the translated lane. */
final class AnthropicVendor implements Vendor {
  private static final String VERSION = "2023-06-01";
  private static final int USUAL_CONTEXT_TOKENS = 200_000;

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
        .sendThinking(false)
        .build();
  }

  @Override
  public boolean relays(Wire wire) {
    return wire == Wire.ANTHROPIC_COUNT_TOKENS;
  }

  @Override
  public RelayedCall relayed(ChatCall call) {
    return new RelayedCount(call);
  }

  @Override
  public VendorWire wire(ChatCall call) {
    return new AnthropicWire(call);
  }

  @Override
  public List<ModelFacts> list(Probe upstream) {
    List<ModelFacts> models = new ArrayList<>();
    for (JsonNode entry : upstream.get("/v1/models?limit=1000").path("data")) {
      models.add(
          ModelFacts.cloud(
              entry.path("id").asText(),
              capabilities(entry.path("capabilities")),
              OptionalInt.of(entry.path("max_input_tokens").asInt(USUAL_CONTEXT_TOKENS))));
    }
    return List.copyOf(models);
  }

  /** Newer answers of {@code GET /v1/models} tell what a model can; every one has tools. */
  private static Set<Capability> capabilities(JsonNode listed) {
    EnumSet<Capability> all = EnumSet.of(Capability.TOOLS, Capability.FORCED_TOOLS);
    if (listed.isMissingNode() || supported(listed.path("image_input"))) {
      all.add(Capability.VISION);
    }
    if (supported(listed.path("structured_outputs"))) {
      all.add(Capability.JSON_SCHEMA);
    }
    if (supported(listed.path("thinking").path("types").path("enabled"))) {
      all.add(Capability.THINKING);
    }
    return all;
  }

  private static boolean supported(JsonNode capability) {
    return capability.path("supported").asBoolean(false);
  }

  @Override
  public ModelFacts unlisted(String id) {
    return ModelFacts.cloud(
        id,
        EnumSet.of(Capability.TOOLS, Capability.FORCED_TOOLS, Capability.VISION),
        OptionalInt.of(USUAL_CONTEXT_TOKENS));
  }
}
