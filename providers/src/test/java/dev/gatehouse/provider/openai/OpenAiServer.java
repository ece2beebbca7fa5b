package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.config.ProviderKind;
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
import dev.gatehouse.provider.Provider;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.scripted.ScriptedUpstream;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** A server that speaks OpenAI's protocol, scripted, and the provider that calls it. */
final class OpenAiServer implements AutoCloseable {
  private final FakeVendor vendor;
  private final String model;

  private OpenAiServer(ProviderKind kind, ModelConfig model, ScriptedUpstream.Script script) {
    this.vendor = new FakeVendor(kind, OpenAiProvider::new, List.of(model), script);
    this.model = model.id();
  }

  /** OpenAI itself with one model. */
  static OpenAiServer openAi(String model, ScriptedUpstream.Script script) {
    return new OpenAiServer(ProviderKind.OPENAI, ModelConfig.of(model), script);
  }

  /** Some other server with one model. */
  static OpenAiServer compatible(
      String model, Set<Capability> said, ScriptedUpstream.Script script) {
    ModelConfig config =
        new ModelConfig(
            model,
            said,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty());
    return new OpenAiServer(ProviderKind.OPENAI_COMPATIBLE, config, script);
  }

  Provider provider() {
    return vendor.provider();
  }

  Exchange last() {
    return vendor.last();
  }

  /** The request that arrived last, as JSON. */
  JsonNode sent() {
    return Asked.json(last().bodyText());
  }

  /** Every event of the answer to a request that came in over that wire; its body is not read. */
  List<Event> translated(Wire wire, Asked asked) {
    return translated(wire, asked, ChatCall.Limit.WHERE_NEEDED);
  }

  List<Event> translated(Wire wire, Asked asked, ChatCall.Limit limit) {
    ChatRequest request =
        new ChatRequest(
            wire,
            JsonBody.parse("{}".getBytes(StandardCharsets.UTF_8)),
            model,
            asked.messages(),
            asked.tools(),
            asked.toolChoice(),
            asked.format(),
            asked.options(),
            true,
            true,
            Map.of(),
            List.of());
    ChatCall call = new ChatCall(request, vendor.model(model), 256, limit);
    return events(sink -> provider().chat(call, sink::accept));
  }

  /** Every event of the answer to the caller's own JSON over that wire. */
  List<Event> relayed(Wire wire, String body, boolean stream, boolean streamUsage) {
    return relayed(wire, body, stream, streamUsage, ChatCall.Limit.WHERE_NEEDED);
  }

  List<Event> relayed(
      Wire wire, String body, boolean stream, boolean streamUsage, ChatCall.Limit limit) {
    ChatRequest request =
        new ChatRequest(
            wire,
            JsonBody.parse(body.getBytes(StandardCharsets.UTF_8)),
            Asked.json(body).path("model").asText(),
            List.of(new Message(Role.USER, List.of(new Part.Text("hi")), Optional.empty())),
            List.of(),
            new ToolChoice.Auto(),
            new ResponseFormat.Text(),
            GenerationOptions.defaults(),
            stream,
            streamUsage,
            Map.of(),
            List.of());
    ChatCall call = new ChatCall(request, vendor.model(model), 256, limit);
    return events(sink -> provider().chat(call, sink::accept));
  }

  /** Every event of the answer to a request for vectors. */
  List<Event> embedded(Wire wire, String body, List<String> inputs, OptionalInt dimensions) {
    EmbeddingsRequest request =
        new EmbeddingsRequest(
            wire,
            JsonBody.parse(body.getBytes(StandardCharsets.UTF_8)),
            Asked.json(body).path("model").asText(),
            inputs,
            dimensions,
            Map.of(),
            List.of());
    EmbeddingsCall call = new EmbeddingsCall(request, vendor.model(model));
    return events(sink -> provider().embed(call, sink::accept));
  }

  private static List<Event> events(Consumer<Consumer<Event>> call) {
    List<Event> events = new ArrayList<>();
    ScopedValue.where(Passage.CURRENT, Asked.passage(PrivacyTreatment.CLOUD_OK))
        .run(() -> call.accept(events::add));
    return List.copyOf(events);
  }

  /** All bytes that were handed on. */
  static String verbatim(List<Event> events) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Event event : events) {
      if (event instanceof Event.Verbatim(var bytes, _)) {
        all.writeBytes(bytes);
      } else if (event instanceof Event.VerbatimEnd(var bytes, _, _)) {
        all.writeBytes(bytes);
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    vendor.close();
  }
}
