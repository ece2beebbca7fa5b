package dev.gatehouse.provider.openai;

import static dev.gatehouse.provider.langchain.Asked.json;
import static dev.gatehouse.provider.langchain.Asked.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.ToolSpec;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.provider.ChatCall;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ProviderException.Kind;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.FakeVendor;
import dev.gatehouse.scripted.ScriptedUpstream.Script;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a request of another dialect looks like in OpenAI's. */
class OpenAiTranslatedRequestTest {
  private static final Script OK =
      FakeVendor.stream(
          """
          data: {"model":"m","choices":[{"index":0,"delta":{"content":"ok"},"finish_reason":"stop"}]}

          data: [DONE]

          """);
  private static final GenerationOptions NONE = GenerationOptions.defaults();
  private static final Part.ToolCall CALL = new Part.ToolCall("c_1", "f", "{\"a\":1}");

  private static JsonNode sent(OpenAiServer server, Asked asked) {
    try (server) {
      server.translated(Wire.ANTHROPIC_MESSAGES, asked);
      return server.sent();
    }
  }

  private static JsonNode toOpenAi(String model, Asked asked) {
    return sent(OpenAiServer.openAi(model, OK), asked);
  }

  private static JsonNode toOpenAi(Asked asked) {
    return toOpenAi("gpt-4.1-mini", asked);
  }

  private static JsonNode toCompatible(Asked asked, Capability... said) {
    return sent(OpenAiServer.compatible("m", Set.of(said), OK), asked);
  }

  private static JsonNode messages(Message... messages) {
    return toOpenAi(Asked.of(messages)).path("messages");
  }

  private static GenerationOptions thinking(Reasoning reasoning) {
    return new GenerationOptions(
        NONE.temperature(),
        NONE.topP(),
        NONE.topK(),
        NONE.maxOutputTokens(),
        NONE.stop(),
        NONE.seed(),
        NONE.presencePenalty(),
        NONE.frequencyPenalty(),
        1,
        Optional.of(reasoning),
        NONE.parallelToolCalls());
  }

  @Test
  void aPlainQuestionIsAStreamWithUsageAndNothingElse() {
    assertThat(toOpenAi(Asked.of("hi")))
        .isEqualTo(
            json(
                "{\"model\":\"gpt-4.1-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],"
                    + "\"stream\":true,\"stream_options\":{\"include_usage\":true}}"));
  }

  @Test
  void everyOtherWireIsTranslated() {
    for (Wire wire :
        List.of(
            Wire.ANTHROPIC_MESSAGES,
            Wire.OLLAMA_CHAT,
            Wire.OLLAMA_GENERATE,
            Wire.OPENAI_RESPONSES)) {
      try (OpenAiServer server = OpenAiServer.compatible("m", Set.of(), OK)) {
        assertThat(server.provider().relays(wire)).as("%s", wire).isFalse();
        assertThat(Asked.text(server.translated(wire, Asked.of("hi")))).isEqualTo("ok");
        assertThat(server.last().path()).isEqualTo("/chat/completions");
        assertThat(server.last().header("authorization")).isEqualTo("Bearer " + FakeVendor.KEY);
      }
    }
  }

  @Test
  void systemAndDeveloperKeepTheirPlaceAndNamesGoAlong() {
    Message[] conversation = {
      turn(Role.SYSTEM, new Part.Text("a"), new Part.Text("b")),
      new Message(Role.USER, List.of(new Part.Text("c")), Optional.of("ann")),
      turn(Role.DEVELOPER, new Part.Text("d")),
      turn(Role.ASSISTANT, new Part.Text("e")),
      turn(Role.USER, new Part.Text("f"))
    };

    assertThat(messages(conversation))
        .isEqualTo(
            json(
                "[{\"role\":\"system\",\"content\":\"a\\nb\"},{\"role\":\"user\",\"name\":\"ann\",\"content\":\"c\"},"
                    + "{\"role\":\"developer\",\"content\":\"d\"},{\"role\":\"assistant\",\"content\":\"e\"},"
                    + "{\"role\":\"user\",\"content\":\"f\"}]"));
    assertThat(toCompatible(Asked.of(conversation)).at("/messages/2/role").asText())
        .isEqualTo("system");
  }

  @Test
  void toolResultsAreMessagesOfTheirOwnBehindTheirCalls() {
    JsonNode messages =
        messages(
            turn(Role.USER, new Part.Text("q")),
            turn(Role.ASSISTANT, CALL, new Part.ToolCall("c_2", "g", " ")),
            turn(
                Role.USER,
                Part.ToolResult.of("c_1", "one"),
                new Part.ToolResult("c_2", List.of(new Part.Text("no")), true),
                new Part.Text("go on")));

    assertThat(messages.path(1))
        .isEqualTo(
            json(
                "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["
                    + "{\"id\":\"c_1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}},"
                    + "{\"id\":\"c_2\",\"type\":\"function\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}}]}"));
    assertThat(messages.path(2))
        .isEqualTo(json("{\"role\":\"tool\",\"tool_call_id\":\"c_1\",\"content\":\"one\"}"));
    assertThat(messages.path(3))
        .isEqualTo(json("{\"role\":\"tool\",\"tool_call_id\":\"c_2\",\"content\":\"Error: no\"}"));
    assertThat(messages.path(4)).isEqualTo(json("{\"role\":\"user\",\"content\":\"go on\"}"));
    assertThat(messages).hasSize(5);
  }

  @Test
  void imagesInToolResultsFollowAllResultsInAUserMessage() {
    Part.Image image = new Part.Image("data:image/png;base64,AAAA", Optional.empty());
    JsonNode messages =
        messages(
            turn(Role.ASSISTANT, CALL, new Part.ToolCall("c_2", "g", "{}")),
            turn(Role.TOOL, new Part.ToolResult("c_1", List.of(image), false)),
            turn(Role.TOOL, Part.ToolResult.of("c_2", "two")),
            turn(Role.ASSISTANT, new Part.Text("a cat")),
            turn(Role.USER, new Part.Text("thanks")));

    assertThat(messages.findValuesAsText("role"))
        .containsExactly("assistant", "tool", "tool", "user", "assistant", "user");
    assertThat(messages.at("/1/content").asText()).contains("next user message");
    assertThat(messages.path(3))
        .isEqualTo(
            json(
                "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Result of tool call c_1:\"},"
                    + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AAAA\"}}]}"));
  }

  @Test
  void imagesSoundAndFilesAreCarried() {
    JsonNode content =
        messages(
                turn(
                    Role.USER,
                    new Part.Text("look"),
                    new Part.Image("https://example.org/a.png", Optional.of("low")),
                    new Part.Audio("UklG", "wav"),
                    new Part.File(Optional.of("file-1"), Optional.empty(), Optional.empty()),
                    new Part.File(
                        Optional.empty(),
                        Optional.of("a.pdf"),
                        Optional.of("data:application/pdf;base64,JVBE")),
                    new Part.File(
                        Optional.empty(),
                        Optional.of("n.txt"),
                        Optional.of("data:text/plain;base64,aGVsbG8="))))
            .at("/0/content");

    assertThat(content)
        .isEqualTo(
            json(
                "[{\"type\":\"text\",\"text\":\"look\"},"
                    + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/a.png\",\"detail\":\"low\"}},"
                    + "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"UklG\",\"format\":\"wav\"}},"
                    + "{\"type\":\"file\",\"file\":{\"file_id\":\"file-1\"}},"
                    + "{\"type\":\"file\",\"file\":{\"filename\":\"a.pdf\",\"file_data\":\"data:application/pdf;base64,JVBE\"}},"
                    + "{\"type\":\"text\",\"text\":\"n.txt:\\nhello\"}]"));
  }

  @Test
  void aFileThatOnlyAUrlNamesIsRefusedByItsField() {
    Part.File file =
        new Part.File(
            Optional.empty(), Optional.empty(), Optional.of("https://example.org/secret.pdf"));
    try (OpenAiServer server = OpenAiServer.openAi("gpt-4o", OK)) {
      ProviderException failure =
          catchThrowableOfType(
              ProviderException.class,
              () -> server.translated(Wire.ANTHROPIC_MESSAGES, Asked.of(turn(Role.USER, file))));

      assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
      assertThat(failure)
          .hasMessageContaining("messages[0].content[0].file")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void toolsKeepTheCallersOwnSchemas() {
    ToolSpec bare = new ToolSpec("now", Optional.empty(), Optional.empty(), false);
    ToolSpec weather = Asked.weatherTool();
    ToolSpec strict = new ToolSpec("s", weather.description(), weather.parameters(), true);

    JsonNode tools =
        toOpenAi(Asked.of("hi").with(new ToolChoice.Auto(), weather, bare, strict)).path("tools");

    assertThat(tools.at("/0/function/parameters")).isEqualTo(weather.parameters().orElseThrow());
    assertThat(tools.at("/0/function/description").asText()).isEqualTo("Weather of a city");
    assertThat(tools.at("/0/function").has("strict")).isFalse();
    assertThat(tools.path(1))
        .isEqualTo(
            json(
                "{\"type\":\"function\",\"function\":{\"name\":\"now\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}}"));
    assertThat(tools.at("/2/function/strict").asBoolean()).isTrue();
  }

  @Test
  void everyToolChoiceHasItsForm() {
    assertThat(choice(new ToolChoice.Auto()).isMissingNode()).isTrue();
    assertThat(choice(new ToolChoice.None()).asText()).isEqualTo("none");
    assertThat(choice(new ToolChoice.Required()).asText()).isEqualTo("required");
    assertThat(choice(new ToolChoice.Named("get_weather")))
        .isEqualTo(json("{\"type\":\"function\",\"function\":{\"name\":\"get_weather\"}}"));
  }

  private static JsonNode choice(ToolChoice choice) {
    return toOpenAi(Asked.of("hi").with(choice, Asked.weatherTool())).path("tool_choice");
  }

  @Test
  void theFormOfTheAnswerIsCarriedWithItsSchema() {
    JsonNode schema = json("{\"type\":\"object\",\"additionalProperties\":false}");

    assertThat(
            toOpenAi(Asked.of("hi").with(new ResponseFormat.JsonSchema("r", schema, true)))
                .path("response_format"))
        .isEqualTo(
            json(
                "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"r\",\"schema\":"
                    + schema
                    + ",\"strict\":true}}"));
  }

  @Test
  void aJsonObjectIsAskedForInWordsWhereTheCallerDidNot() {
    JsonNode unsaid = toOpenAi(Asked.of("hi").with(new ResponseFormat.JsonObject()));
    JsonNode said = toOpenAi(Asked.of("hi, in JSON").with(new ResponseFormat.JsonObject()));

    assertThat(unsaid.at("/response_format/type").asText()).isEqualTo("json_object");
    assertThat(unsaid.at("/messages/0/content").asText()).contains("JSON");
    assertThat(unsaid.path("messages")).hasSize(2);
    assertThat(said.path("messages")).hasSize(1);
  }

  @Test
  void everyOptionIsCarriedUnderItsName() {
    GenerationOptions options =
        new GenerationOptions(
            OptionalDouble.of(0.5),
            OptionalDouble.of(0.9),
            OptionalInt.of(40),
            OptionalInt.of(99),
            List.of("END", "\n\n"),
            OptionalLong.of(5_000_000_000L),
            OptionalDouble.of(0.25),
            OptionalDouble.of(-0.25),
            1,
            Optional.empty(),
            Optional.of(false));
    Asked asked = Asked.of("hi").with(new ToolChoice.Auto(), Asked.weatherTool()).with(options);

    JsonNode atOpenAi = toOpenAi(asked);
    JsonNode elsewhere = toCompatible(asked);

    assertThat(atOpenAi.path("temperature").asDouble()).isEqualTo(0.5);
    assertThat(atOpenAi.path("top_p").asDouble()).isEqualTo(0.9);
    assertThat(atOpenAi.path("stop")).isEqualTo(json("[\"END\",\"\\n\\n\"]"));
    assertThat(atOpenAi.path("seed").asLong()).isEqualTo(5_000_000_000L);
    assertThat(atOpenAi.path("presence_penalty").asDouble()).isEqualTo(0.25);
    assertThat(atOpenAi.path("frequency_penalty").asDouble()).isEqualTo(-0.25);
    assertThat(atOpenAi.path("parallel_tool_calls").asBoolean(true)).isFalse();
    assertThat(atOpenAi.path("max_completion_tokens").asInt()).isEqualTo(99);
    assertThat(atOpenAi.has("max_tokens")).isFalse();
    assertThat(atOpenAi.has("top_k")).isFalse();
    assertThat(elsewhere.path("max_tokens").asInt()).isEqualTo(99);
    assertThat(elsewhere.has("max_completion_tokens")).isFalse();
    assertThat(elsewhere.path("top_k").asInt()).isEqualTo(40);
  }

  @Test
  void aLimitThatNobodyAskedForIsSentOnlyWhereMoneyMustBeBounded() {
    try (OpenAiServer server = OpenAiServer.openAi("gpt-4.1", OK)) {
      server.translated(Wire.OLLAMA_CHAT, Asked.of("hi"), ChatCall.Limit.WHERE_NEEDED);
      assertThat(server.sent().has("max_completion_tokens")).isFalse();

      server.translated(Wire.OLLAMA_CHAT, Asked.of("hi"), ChatCall.Limit.ALWAYS);
      assertThat(server.sent().path("max_completion_tokens").asInt()).isEqualTo(256);
    }
  }

  @Test
  void effortIsSentToModelsThatAreKnownToThink() {
    Asked hard = Asked.of("hi").with(thinking(new Reasoning.Budget(20_000)));

    assertThat(toOpenAi("gpt-5.1", hard).path("reasoning_effort").asText()).isEqualTo("high");
    assertThat(toOpenAi("gpt-4o", hard).has("reasoning_effort")).isFalse();
    assertThat(toCompatible(hard).has("reasoning_effort")).isFalse();
    assertThat(toCompatible(hard, Capability.THINKING).path("reasoning_effort").asText())
        .isEqualTo("high");
  }

  @Test
  void earlierReasoningGoesBackOnlyWhereTheModelIsKnownToThink() {
    Asked later =
        Asked.of(
            turn(Role.USER, new Part.Text("q")),
            turn(Role.ASSISTANT, new Part.Thinking("hm", "sig"), new Part.Text("a")),
            turn(Role.ASSISTANT, new Part.RedactedThinking("x")),
            turn(Role.USER, new Part.Text("and?")));

    assertThat(toOpenAi(later).path("messages")).hasSize(3);
    assertThat(toOpenAi(later).toString()).doesNotContain("hm");
    assertThat(
            toCompatible(later, Capability.THINKING).at("/messages/1/reasoning_content").asText())
        .isEqualTo("hm");
  }

  @Test
  void anIdThatIsTooLongForOpenAiStaysTheSameForCallAndResult() {
    String id = "x".repeat(300);
    JsonNode messages =
        messages(
            turn(Role.ASSISTANT, new Part.ToolCall(id, "f", "{}")),
            turn(Role.TOOL, Part.ToolResult.of(id, "r")));

    String carried = messages.at("/0/tool_calls/0/id").asText();
    assertThat(carried).hasSizeLessThanOrEqualTo(40);
    assertThat(messages.at("/1/tool_call_id").asText()).isEqualTo(carried);
  }

  @Test
  void moreThanOneChoiceIsRefused() {
    GenerationOptions two =
        new GenerationOptions(
            NONE.temperature(),
            NONE.topP(),
            NONE.topK(),
            NONE.maxOutputTokens(),
            NONE.stop(),
            NONE.seed(),
            NONE.presencePenalty(),
            NONE.frequencyPenalty(),
            2,
            Optional.empty(),
            Optional.empty());
    try (OpenAiServer server = OpenAiServer.openAi("gpt-4o", OK)) {
      ProviderException failure =
          catchThrowableOfType(
              ProviderException.class,
              () -> server.translated(Wire.ANTHROPIC_MESSAGES, Asked.of("hi").with(two)));

      assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
      assertThat(failure).hasMessageContaining("n:");
    }
  }
}
