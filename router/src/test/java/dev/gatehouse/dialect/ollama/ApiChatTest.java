package dev.gatehouse.dialect.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.ApiException;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.dialect.KnownAnswer;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Reasoning;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Wire;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiChatTest {
  private static final String HELLO = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";

  @Test
  void streamsUnlessToldNotTo() {
    assertThat(Endpoints.chat(HELLO).stream()).isTrue();
    assertThat(Endpoints.chat("\"stream\":null," + HELLO).stream()).isTrue();
    assertThat(Endpoints.chat("\"stream\":false," + HELLO).stream()).isFalse();
    assertThat(Endpoints.chat(HELLO).wire()).isEqualTo(Wire.OLLAMA_CHAT);
  }

  @Test
  void optionsThatTheVocabularyHasAreReadAndTheRestAreHints() {
    ChatRequest request =
        Endpoints.chat(
            "\"keep_alive\":\"10m\",\"options\":{\"temperature\":0.5,\"top_p\":0.9,\"top_k\":40,\"num_predict\":128.0,"
                + "\"seed\":7,\"stop\":[\"a\",\"b\"],\"presence_penalty\":1,\"frequency_penalty\":0.25,"
                + "\"num_ctx\":4096,\"mirostat\":2,\"num_keep\":null},"
                + HELLO);

    var options = request.options();
    assertThat(options.temperature()).hasValue(0.5);
    assertThat(options.topP()).hasValue(0.9);
    assertThat(options.topK()).hasValue(40);
    assertThat(options.maxOutputTokens()).hasValue(128);
    assertThat(options.seed()).hasValue(7);
    assertThat(options.stop()).containsExactly("a", "b");
    assertThat(options.presencePenalty()).hasValue(1);
    assertThat(options.frequencyPenalty()).hasValue(0.25);
    assertThat(request.hints())
        .containsExactly("keep_alive", "options.mirostat", "options.num_ctx");
    assertThat(request.needs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, -2})
  void noneOfOllamasWordsForNoLimitBecomesOne(int limit) {
    ChatRequest request = Endpoints.chat("\"options\":{\"num_predict\":" + limit + "}," + HELLO);

    assertThat(request.options().maxOutputTokens()).isEmpty();
  }

  @Test
  void stopMayBeOneText() {
    assertThat(Endpoints.chat("\"options\":{\"stop\":\"x\"}," + HELLO).options().stop())
        .containsExactly("x");
  }

  @Test
  void formatIsJsonOrASchema() {
    ChatRequest json = Endpoints.chat("\"format\":\"json\"," + HELLO);
    ChatRequest schema = Endpoints.chat("\"format\":{\"type\":\"object\"}," + HELLO);

    assertThat(json.responseFormat()).isEqualTo(new ResponseFormat.JsonObject());
    assertThat(json.needs()).containsEntry(Capability.JSON_OBJECT, "format");
    assertThat(schema.responseFormat())
        .isInstanceOfSatisfying(
            ResponseFormat.JsonSchema.class,
            asked -> assertThat(asked.schema().toString()).isEqualTo("{\"type\":\"object\"}"));
    assertThat(schema.needs()).containsEntry(Capability.JSON_SCHEMA, "format");
    assertThat(Endpoints.chat("\"format\":\"\"," + HELLO).responseFormat())
        .isEqualTo(new ResponseFormat.Text());
  }

  @Test
  void thinkIsASwitchOrALevel() {
    ChatRequest off = Endpoints.chat("\"think\":false," + HELLO);
    ChatRequest on = Endpoints.chat("\"think\":true," + HELLO);
    ChatRequest level = Endpoints.chat("\"think\":\"low\"," + HELLO);

    assertThat(off.options().reasoning()).contains(new Reasoning.Off());
    assertThat(off.needs()).isEmpty();
    assertThat(on.options().reasoning()).contains(new Reasoning.On());
    assertThat(on.needs()).containsEntry(Capability.THINKING, "think");
    assertThat(level.options().reasoning()).contains(new Reasoning.Effort("low"));
    assertThat(Endpoints.chat(HELLO).options().reasoning()).isEmpty();
  }

  @Test
  void resultsThatOnlyNameTheirToolArePairedWithTheCallsBeforeThem() {
    List<Message> messages =
        Endpoints.chat(
                """
                "messages":[
                 {"role":"user","content":"Weather and time?"},
                 {"role":"assistant","content":"","thinking":"Two tools.","tool_calls":[
                  {"function":{"name":"weather","arguments":{"city":"Paris"}}},
                  {"function":{"name":"time","arguments":{"city":"Paris"}}},
                  {"function":{"name":"weather","arguments":{"city":"Rome"}}}]},
                 {"role":"tool","tool_name":"time","content":"noon"},
                 {"role":"tool","tool_name":"weather","content":"sun"},
                 {"role":"tool","content":"rain"}]
                """)
            .messages();

    assertThat(messages.get(1).parts())
        .containsExactly(
            new Part.Thinking("Two tools.", ""),
            new Part.ToolCall("call00000", "weather", "{\"city\":\"Paris\"}"),
            new Part.ToolCall("call00001", "time", "{\"city\":\"Paris\"}"),
            new Part.ToolCall("call00002", "weather", "{\"city\":\"Rome\"}"));
    assertThat(messages.subList(2, 5))
        .flatExtracting(Message::parts)
        .containsExactly(
            Part.ToolResult.of("call00001", "noon"),
            Part.ToolResult.of("call00000", "sun"),
            Part.ToolResult.of("call00002", "rain"));
  }

  @Test
  void idsThatTheClientGivesAreKept() {
    List<Message> messages =
        Endpoints.chat(
                """
                "messages":[
                 {"role":"assistant","tool_calls":[{"id":"call_a","function":{"name":"f","arguments":{}}}]},
                 {"role":"tool","tool_call_id":"call_a","content":"done"}]
                """)
            .messages();

    assertThat(messages.get(0).parts()).containsExactly(new Part.ToolCall("call_a", "f", "{}"));
    assertThat(messages.get(1).parts()).containsExactly(Part.ToolResult.of("call_a", "done"));
  }

  @ParameterizedTest
  @CsvSource({
    "iVBORw0KGgo=, image/png",
    "/9j/4AAQ, image/jpeg",
    "R0lGODlh, image/gif",
    "UklGRgAAAABXRUJQ, image/webp"
  })
  void imagesAreNamedByTheirFirstBytes(String base64, String mediaType) {
    ChatRequest request =
        Endpoints.chat(
            "\"messages\":[{\"role\":\"user\",\"content\":\"See\",\"images\":[\""
                + base64
                + "\"]}]");

    assertThat(request.messages().getFirst().parts())
        .containsExactly(
            new Part.Image("data:" + mediaType + ";base64," + base64, Optional.empty()),
            new Part.Text("See"));
    assertThat(request.needs()).containsEntry(Capability.VISION, "images");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "messages":"x"                                                  | messages
          "messages":["hi"]                                               | messages[0]
          "messages":[{"role":"user","content":[]}]                       | messages[0].content
          "messages":[{"role":"robot","content":"x"}]                     | messages[0].role
          "messages":[{"role":"user","images":["no base64!"]}]            | messages[0].images[0]
          "messages":[{"role":"assistant","tool_calls":[{"function":{"name":"f","arguments":"{}"}}]}] | messages[0].tool_calls[0].function.arguments
          "messages":[{"role":"user"}],"options":[]                       | options
          "messages":[{"role":"user"}],"options":{"num_ctx":1,"seed":"x"} | options.seed
          "messages":[{"role":"user"}],"format":"yaml"                    | format
          "messages":[{"role":"user"}],"think":"hard"                     | think
          "messages":[{"role":"user"}],"stream":"yes"                     | stream
          "messages":[{"role":"user"}],"keep_alive":"soon"                | keep_alive
          "messages":[{"role":"user"}],"top_logprobs":21                  | top_logprobs
          "messages":[{"role":"user"}],"tools":[{}]                       | tools[0].function
          "messages":[{"role":"user"}],"_debug_render_only":true          | _debug_render_only
          """)
  void wrongTypesAreToldByTheirField(String fields, String field) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> Endpoints.chat(fields))
        .satisfies(e -> assertThat(e.field()).contains(field));
  }

  @Test
  void whatOnlyARelayCanCarryIsNeeded() {
    assertThat(Endpoints.chat("\"logprobs\":true,\"top_logprobs\":3," + HELLO).needs())
        .containsEntry(Capability.VERBATIM_FIELDS, "logprobs");
  }

  @Test
  void fieldsThatNoOllamaKnowsAreIgnoredAsOllamaDoesAndNamed() {
    ChatRequest request =
        Endpoints.chat("\"shift\":true,\"truncate\":true,\"user\":\"u\"," + HELLO);

    assertThat(request.needs()).isEmpty();
    assertThat(request.hints()).containsExactly("shift", "truncate", "user");
  }

  @Test
  void chatWithoutMessagesOnlyLoadsTheModel() {
    KnownAnswer load = Endpoints.known("/api/chat", "{\"model\":\"qwen3:8b\",\"messages\":[]}");
    KnownAnswer unload =
        Endpoints.known("/api/chat", "{\"model\":\"qwen3:8b\",\"keep_alive\":\"0s\"}");

    assertThat(load.body().toString())
        .isEqualTo(
            "{\"model\":\"qwen3:8b\",\"created_at\":\"2026-11-22T19:48:28.500000000Z\","
                + "\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"load\"}");
    assertThat(load.residency())
        .contains(new KnownAnswer.Residency("ollama", "qwen3:8b", Optional.empty()));
    assertThat(unload.body().path("done_reason").asText()).isEqualTo("unload");
    assertThat(unload.residency().flatMap(KnownAnswer.Residency::keepAlive))
        .hasValueSatisfying(time -> assertThat(time.asText()).isEqualTo("0s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4.1-mini", "fast", "auto", "cloud"})
  void noModelElsewhereIsLoaded(String name) {
    KnownAnswer known = Endpoints.known("/api/chat", "{\"model\":\"" + name + "\"}");

    assertThat(known.body().path("done_reason").asText()).isEqualTo("load");
    assertThat(known.residency()).isEmpty();
  }

  @Test
  void unknownModelIsNotFoundInOllamasWords() {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> Endpoints.request("/api/chat", "{\"model\":\"nosuch\"," + HELLO + "}"))
        .satisfies(
            e -> {
              assertThat(e.error().status()).isEqualTo(404);
              assertThat(e.error().message()).isEqualTo("model 'nosuch' not found");
            });
    assertThatThrownBy(() -> Endpoints.request("/api/chat", "{" + HELLO + "}"))
        .isInstanceOf(InvalidRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qwen3:8b",
        "ollama/qwen3:8b",
        "gpt-4.1-mini:latest",
        "openai/gpt-4.1-mini:latest",
        "auto:latest"
      })
  void modelsAreKnownByEveryNameOfTheirs(String name) {
    assertThat(
            Endpoints.request("/api/chat", "{\"model\":\"" + name + "\"," + HELLO + "}")
                .request()
                .requestModel())
        .isEqualTo(name);
  }
}
