package dev.gatehouse.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.EmbeddingsCall;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.langchain.Asked;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A call as a client of Ollama's own protocol makes it. */
record NativeCall(Wire wire, String json) {

  static NativeCall chat(String json) {
    return new NativeCall(Wire.OLLAMA_CHAT, json);
  }

  List<Event> askedOf(OllamaProvider provider, String model) {
    List<Event> events = new ArrayList<>();
    ChatCall call =
        new ChatCall(
            request(), FakeOllama.model(provider, model), 4096, ChatCall.Limit.WHERE_NEEDED);
    passing(() -> provider.chat(call, events::add));
    return List.copyOf(events);
  }

  List<Event> embeddedBy(OllamaProvider provider, String model, String... inputs) {
    return embed(provider, FakeOllama.model(provider, model), inputs);
  }

  List<Event> embed(OllamaProvider provider, Model model, String... inputs) {
    List<Event> events = new ArrayList<>();
    EmbeddingsRequest request =
        new EmbeddingsRequest(
            wire, body(), model.id(), List.of(inputs), OptionalInt.empty(), Map.of(), List.of());
    passing(() -> provider.embed(new EmbeddingsCall(request, model), events::add));
    return List.copyOf(events);
  }

  static void passing(Runnable call) {
    ScopedValue.where(Passage.CURRENT, Asked.passage(PrivacyTreatment.CLOUD_OK)).run(call);
  }

  private JsonBody body() {
    return JsonBody.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  private ChatRequest request() {
    JsonNode tree = body().tree();
    String text = tree.path("prompt").asText(tree.at("/messages/0/content").asText());
    return new ChatRequest(
        wire,
        body(),
        tree.path("model").asText(),
        List.of(new Message(Role.USER, List.of(new Part.Text(text)), Optional.empty())),
        List.of(),
        new ToolChoice.Auto(),
        new ResponseFormat.Text(),
        GenerationOptions.defaults(),
        tree.path("stream").asBoolean(true),
        true,
        Map.of(),
        List.of());
  }

  /** The bytes that reached the client. */
  static String bytes(List<Event> events) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Event event : events) {
      if (event instanceof Event.Verbatim piece) {
        all.writeBytes(piece.bytes());
      } else if (event instanceof Event.VerbatimEnd end) {
        all.writeBytes(end.bytes());
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
