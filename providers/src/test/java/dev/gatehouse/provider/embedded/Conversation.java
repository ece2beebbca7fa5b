package dev.gatehouse.provider.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.config.ProviderConfig;
import dev.gatehouse.config.ProviderKind;
import dev.gatehouse.egress.Destination;
import dev.gatehouse.egress.Egress;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.egress.Upstream;
import dev.gatehouse.egress.UpstreamResponse;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.langchain.Asked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Talks to a ready engine as the gateway would. */
final class Conversation implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Egress egress = new Egress();
  private final PrivacyGate gate = new PrivacyGate(Map.of(), false);
  private final EmbeddedEngine engine;

  Conversation(EmbeddedEngine engine) {
    this.engine = engine;
  }

  UpstreamResponse post(String json) {
    Passage passage = gate.admit("test", Set.of(PrivacyClass.PUBLIC), PrivacyTreatment.LOCAL_ONLY);
    return ScopedValue.where(Passage.CURRENT, passage)
        .call(() -> upstream().post("/v1/chat/completions", json.getBytes(StandardCharsets.UTF_8)));
  }

  /** Every event of the answer to a request that came in over Anthropic's wire. */
  List<Event> translated(Asked asked) {
    ProviderConfig config =
        ProviderConfig.of("embedded", ProviderKind.EMBEDDED, Optional.empty(), Optional.empty());
    EmbeddedProvider provider = new EmbeddedProvider(config, engine, gate, egress);
    Model model = provider.models().getFirst();
    ChatRequest request =
        new ChatRequest(
            Wire.ANTHROPIC_MESSAGES,
            JsonBody.parse("{}".getBytes(StandardCharsets.UTF_8)),
            model.id(),
            asked.messages(),
            asked.tools(),
            asked.toolChoice(),
            asked.format(),
            asked.options(),
            true,
            true,
            Map.of(),
            List.of());
    ChatCall call = new ChatCall(request, model, 24, ChatCall.Limit.ALWAYS);
    List<Event> events = new ArrayList<>();
    Passage passage = gate.admit("test", Set.of(PrivacyClass.PUBLIC), PrivacyTreatment.LOCAL_ONLY);
    ScopedValue.where(Passage.CURRENT, passage).run(() -> provider.chat(call, events::add));
    return events;
  }

  UpstreamResponse get(String path) {
    return upstream().probe(path);
  }

  private Upstream upstream() {
    Destination destination = new Destination("embedded", engine.requireEndpoint(), Locality.LOCAL);
    return new Upstream(gate, egress, destination, List.of(), Duration.ofMinutes(5));
  }

  Answer ask(String json) throws IOException {
    try (UpstreamResponse response = post(json)) {
      return new Answer(response.status(), JSON.readTree(response.body()));
    }
  }

  /** The data of every event. */
  List<String> stream(String json) throws IOException {
    try (UpstreamResponse response = post(json)) {
      String all = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .filter(line -> line.startsWith("data: "))
          .map(line -> line.substring("data: ".length()))
          .toList();
    }
  }

  static JsonNode tree(String json) throws IOException {
    return JSON.readTree(json);
  }

  @Override
  public void close() {
    egress.close();
  }

  /** An answer that came as a whole. */
  record Answer(int status, JsonNode json) {
    String text() {
      return json.at("/choices/0/message/content").asText();
    }

    String finishReason() {
      return json.at("/choices/0/finish_reason").asText();
    }
  }
}
