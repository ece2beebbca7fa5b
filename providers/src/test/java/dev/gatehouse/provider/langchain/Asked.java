package dev.gatehouse.provider.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.config.PrivacyConfig;
import dev.gatehouse.config.PrivacyTreatment;
import dev.gatehouse.egress.Passage;
import dev.gatehouse.egress.PrivacyGate;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.Model;
import dev.gatehouse.provider.Provider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A request that a test makes.
 *
 * @param options how to generate
 */
public record Asked(
    List<Message> messages,
    List<ToolSpec> tools,
    ToolChoice toolChoice,
    ResponseFormat format,
    GenerationOptions options) {

  /** The gate that all tests pass. */
  public static final PrivacyGate GATE = new PrivacyGate(PrivacyConfig.defaultRules(), false);

  /** A user says one thing. */
  public static Asked of(String text) {
    return of(new Message(Role.USER, List.of(new Part.Text(text)), Optional.empty()));
  }

  /** A conversation. */
  public static Asked of(Message... messages) {
    return new Asked(
        List.of(messages),
        List.of(),
        new ToolChoice.Auto(),
        new ResponseFormat.Text(),
        GenerationOptions.defaults());
  }

  /** The same with tools. */
  public Asked with(ToolChoice choice, ToolSpec... offered) {
    return new Asked(messages, List.of(offered), choice, format, options);
  }

  /** The same with other options. */
  public Asked with(GenerationOptions other) {
    return new Asked(messages, tools, toolChoice, format, other);
  }

  /** The same with a form for the answer. */
  public Asked with(ResponseFormat other) {
    return new Asked(messages, tools, toolChoice, other, options);
  }

  /** One turn. */
  public static Message turn(Role role, Part... parts) {
    return new Message(role, List.of(parts), Optional.empty());
  }

  /** A tool with one parameter, whose schema has a keyword that LangChain4j does not know. */
  public static ToolSpec weatherTool() {
    return new ToolSpec(
        "get_weather",
        Optional.of("Weather of a city"),
        Optional.of(
            json(
                "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\",\"minLength\":2}},"
                    + "\"required\":[\"city\"],\"additionalProperties\":false}")),
        false);
  }

  /** Parses JSON. */
  public static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Options that ask for that much reasoning. */
  public static GenerationOptions effort(String word) {
    return effort(word, OptionalInt.empty());
  }

  /** Options that ask for that much reasoning within a limit. */
  public static GenerationOptions effort(String word, int maxOutputTokens) {
    return effort(word, OptionalInt.of(maxOutputTokens));
  }

  private static GenerationOptions effort(String word, OptionalInt maxOutputTokens) {
    GenerationOptions none = GenerationOptions.defaults();
    return new GenerationOptions(
        none.temperature(),
        none.topP(),
        none.topK(),
        maxOutputTokens,
        List.of(),
        none.seed(),
        none.presencePenalty(),
        none.frequencyPenalty(),
        1,
        Optional.of(word.equals("none") ? new Reasoning.Off() : new Reasoning.Effort(word)),
        none.parallelToolCalls());
  }

  /** The call to a model, with 256 output tokens at most unless the options say otherwise. */
  public ChatCall to(Model model) {
    ChatRequest request =
        new ChatRequest(
            Wire.OPENAI_CHAT,
            JsonBody.parse("{}".getBytes(StandardCharsets.UTF_8)),
            model.id(),
            messages,
            tools,
            toolChoice,
            format,
            options,
            true,
            true,
            Map.of(),
            List.of());
    return new ChatCall(request, model, 256, ChatCall.Limit.WHERE_NEEDED);
  }

  /** The call of a client of the vendor's own dialect, to be handed on verbatim. */
  public static ChatCall relayed(Wire wire, String json, Model model) {
    JsonBody body = JsonBody.parse(json.getBytes(StandardCharsets.UTF_8));
    ChatRequest request =
        new ChatRequest(
            wire,
            body,
            body.tree().path("model").asText(""),
            of("hi").messages(),
            List.of(),
            new ToolChoice.Auto(),
            new ResponseFormat.Text(),
            GenerationOptions.defaults(),
            body.tree().path("stream").asBoolean(false),
            true,
            Map.of(),
            List.of());
    return new ChatCall(request, model, 256, ChatCall.Limit.WHERE_NEEDED);
  }

  /** Every event of a public call. */
  public static List<Event> events(Provider provider, ChatCall call) {
    List<Event> events = new ArrayList<>();
    ScopedValue.where(Passage.CURRENT, passage(PrivacyTreatment.CLOUD_OK))
        .run(() -> provider.chat(call, events::add));
    return List.copyOf(events);
  }

  /** Every event of a public request. */
  public List<Event> askedOf(Provider provider, Model model) {
    return askedOf(provider, model, PrivacyTreatment.CLOUD_OK);
  }

  /** Every event of a request that may go where {@code treatment} lets it. */
  public List<Event> askedOf(Provider provider, Model model, PrivacyTreatment treatment) {
    List<Event> events = new ArrayList<>();
    ScopedValue.where(Passage.CURRENT, passage(treatment))
        .run(() -> provider.chat(to(model), events::add));
    return List.copyOf(events);
  }

  /** A passage for a public request. */
  public static Passage passage(PrivacyTreatment treatment) {
    return GATE.admit("test", Set.of(PrivacyClass.PUBLIC), treatment);
  }

  /** The answer's text. */
  public static String text(Collection<Event> events) {
    StringBuilder text = new StringBuilder();
    for (Event event : events) {
      if (event instanceof Event.TextDelta(_, var piece)) {
        text.append(piece);
      }
    }
    return text.toString();
  }
}
