package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.scripted.ScriptedUpstream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForcedToolTest {
  private static final ToolSpec WEATHER = Asked.weatherTool();
  private static final ToolSpec CLOCK =
      new ToolSpec(
          "clock",
          Optional.empty(),
          Optional.of(
              Asked.json(
                  "{\"type\":\"object\",\"properties\":{\"zone\":{\"$ref\":\"#/$defs/zone\"}},"
                      + "\"$defs\":{\"zone\":{\"enum\":[\"UTC\"]}}}")),
          false);
  private static final Asked REQUIRED =
      Asked.of("hi").with(new ToolChoice.Required(), WEATHER, CLOCK);
  private static final Asked NAMED =
      Asked.of("hi").with(new ToolChoice.Named("get_weather"), CLOCK, WEATHER);

  private static ScriptedUpstream.Script says(String content, String doneReason) {
    return exchange -> {
      exchange.begin(200, "application/x-ndjson");
      int half = content.length() / 2;
      for (String piece : List.of(content.substring(0, half), content.substring(half))) {
        exchange.chunk(
            "{\"model\":\"m\",\"message\":{\"content\":"
                + TextNode.valueOf(piece)
                + "},\"done\":false}\n");
      }
      exchange.chunk(
          "{\"model\":\"m\",\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\""
              + doneReason
              + "\",\"prompt_eval_count\":9,\"eval_count\":5}\n");
      exchange.end();
    };
  }

  private static List<Event> events(Asked asked, ScriptedUpstream.Script script) {
    try (FakeOllama ollama = new FakeOllama(script)) {
      OllamaProvider provider = ollama.provider();
      return asked.askedOf(provider, FakeOllama.model(provider, "able:8b"));
    }
  }

  private static ProviderException failure(Asked asked, String content) {
    return catchThrowableOfType(
        ProviderException.class, () -> events(asked, says(content, "stop")));
  }

  private static JsonNode sent(Asked asked, String answer) {
    try (FakeOllama ollama = new FakeOllama(says(answer, "stop"))) {
      OllamaProvider provider = ollama.provider();
      asked.askedOf(provider, FakeOllama.model(provider, "able:8b"));
      return Asked.json(ollama.chats().getFirst().bodyText());
    }
  }

  @Test
  void aToolByNameIsTheOnlyOneOfferedAndTheAnswerIsHeldToItsForm() {
    JsonNode body = sent(NAMED, "{\"name\":\"get_weather\",\"arguments\":{\"city\":\"Rome\"}}");

    assertThat(body.path("tools")).hasSize(1);
    assertThat(body.at("/tools/0/function/name").asText()).isEqualTo("get_weather");
    assertThat(body.at("/tools/0/function/parameters"))
        .isEqualTo(WEATHER.parameters().orElseThrow());
    assertThat(body.path("format"))
        .isEqualTo(
            Asked.json(
                """
                {"type":"object","properties":{"name":{"const":"get_weather"},"arguments":
                 {"type":"object","properties":{"city":{"type":"string","minLength":2}},
                  "required":["city"],"additionalProperties":false}},
                 "required":["name","arguments"],"additionalProperties":false}
                """));
  }

  @Test
  void aModelThatIsHeldToAFormIsNotLetThinkUnlessTheClientWantsIt() {
    String call = "{\"name\":\"get_weather\",\"arguments\":{\"city\":\"Rome\"}}";

    assertThat(sent(NAMED, call).path("think").asBoolean()).isFalse();
    assertThat(sent(NAMED.with(Asked.effort("low")), call).path("think").asText()).isEqualTo("low");
  }

  @Test
  void referencesInASchemaFollowItToItsNewPlace() {
    JsonNode format = sent(REQUIRED, "{\"name\":\"clock\",\"arguments\":{}}").path("format");

    assertThat(format.at("/anyOf/1/properties/arguments/properties/zone/$ref").asText())
        .isEqualTo("#/anyOf/1/properties/arguments/$defs/zone");
  }

  @Test
  void theAnswersTextBecomesTheCall() {
    List<Event> events =
        events(
            REQUIRED,
            says("{\"name\": \"get_weather\", \"arguments\": {\"city\": \"Rome\"}}", "stop"));

    assertThat(Asked.text(events)).isEmpty();
    assertThat(events)
        .filteredOn(Event.ToolCallDelta.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Event.ToolCallDelta.class,
            call -> {
              assertThat(call.name()).isEqualTo("get_weather");
              assertThat(call.id()).startsWith("call_");
              assertThat(Asked.json(call.arguments())).isEqualTo(Asked.json("{\"city\":\"Rome\"}"));
            });
    assertThat(events.getLast()).isEqualTo(Event.Ended.of(FinishReason.TOOL_CALLS));
  }

  @Test
  void aCallThatTheServerReadsItselfIsTakenAsItIs() {
    List<Event> events =
        events(
            NAMED,
            exchange -> {
              exchange.begin(200, "application/x-ndjson");
              exchange.chunk(
                  "{\"model\":\"m\",\"message\":{\"content\":\"\",\"tool_calls\":[{\"function\":"
                      + "{\"name\":\"get_weather\",\"arguments\":{\"city\":\"Oslo\"}}}]},\"done\":false}\n");
              exchange.chunk("{\"model\":\"m\",\"done\":true,\"done_reason\":\"stop\"}\n");
              exchange.end();
            });

    assertThat(events).filteredOn(Event.ToolCallDelta.class::isInstance).hasSize(1);
    assertThat(events.getLast()).isEqualTo(Event.Ended.of(FinishReason.TOOL_CALLS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I would rather not.",
        "{\"name\":\"get_weather\",\"arguments\":{\"city\":\"R\"}}",
        "{\"name\":\"get_weather\",\"arguments\":{}}",
        "{\"name\":\"clock\",\"arguments\":{}}"
      })
  void anAnswerThatIsNoValidCallIsBrokenBeforeAnythingIsReleased(String answer) {
    ProviderException failure = failure(NAMED, answer);

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure).hasMessageNotContaining(answer);
  }

  @Test
  void aCallThatTheLimitCutEndsWithLength() {
    List<Event> events = events(NAMED, says("{\"name\":\"get_wea", "length"));

    assertThat(events).noneMatch(Event.ToolCallDelta.class::isInstance);
    assertThat(events.getLast()).isEqualTo(Event.Ended.of(FinishReason.LENGTH));
  }

  @Test
  void anAnswerThatDoesNotFollowItsSchemaIsBroken() {
    Asked asked =
        Asked.of("hi")
            .with(new ResponseFormat.JsonSchema("w", WEATHER.parameters().orElseThrow(), true));

    assertThat(failure(asked, "{\"town\":\"Rome\"}").kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure(asked, "Rome").kind()).isEqualTo(Kind.BROKEN);
    assertThat(Asked.text(events(asked, says("{\"city\":\"Rome\"}", "stop"))))
        .isEqualTo("{\"city\":\"Rome\"}");
    assertThat(events(asked, says("{\"ci", "length")).getLast())
        .isEqualTo(Event.Ended.of(FinishReason.LENGTH));
  }

  @Test
  void jsonThatIsNoObjectIsBrokenWhereAnObjectIsWanted() {
    Asked asked = Asked.of("hi").with(new ResponseFormat.JsonObject());

    assertThat(sent(asked, "{}").path("format").asText()).isEqualTo("json");
    assertThat(failure(asked, "[1]").kind()).isEqualTo(Kind.BROKEN);
  }
}
