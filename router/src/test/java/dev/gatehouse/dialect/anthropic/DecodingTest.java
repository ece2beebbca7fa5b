package dev.gatehouse.dialect.anthropic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import dev.gatehouse.provider.langchain.Recordings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class DecodingTest {
  private static final String HELLO = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";

  static List<Golden> forms() {
    return Golden.all("decode");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormIsUnderstood(Golden form) {
    ChatRequest request = (ChatRequest) form.decoded().request();

    JsonNode expected = form.document().path("decoded");
    ObjectNode shown = Json.object();
    expected.fieldNames().forEachRemaining(name -> shown.set(name, shown(request, name)));
    assertThat(shown.toPrettyString()).isEqualTo(expected.toPrettyString());
  }

  private static JsonNode shown(ChatRequest request, String name) {
    return switch (name) {
      case "messages" -> messages(request.messages());
      case "tools" -> strings(request.tools());
      case "toolChoice" -> text(request.toolChoice());
      case "responseFormat" -> text(request.responseFormat());
      case "options" -> text(request.options());
      case "reasoning" -> text(request.options().reasoning());
      case "parallelToolCalls" -> text(request.options().parallelToolCalls());
      case "upstreamHeaders" -> strings(request.upstreamHeaders());
      case "hints" -> strings(request.hints());
      case "needs" -> {
        ObjectNode needs = Json.object();
        request.needs().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(need -> needs.put(need.getKey().name(), need.getValue()));
        yield needs;
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static JsonNode messages(List<Message> messages) {
    ArrayNode all = Json.array();
    messages.forEach(
        message -> all.addObject().set(message.role().name(), strings(message.parts())));
    return all;
  }

  private static JsonNode strings(List<?> values) {
    ArrayNode all = Json.array();
    values.forEach(value -> all.add(value.toString()));
    return all;
  }

  private static JsonNode text(Object value) {
    return Json.object().textNode(value.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "messages":[{"role":"user","content":"x"}]                     | max_tokens: Field required
          "max_tokens":0                                                 | max_tokens: expected a whole number of 1 or more
          "max_tokens":9                                                 | messages: Field required
          "max_tokens":9,"messages":[]                                   | messages: at least one message is required
          "max_tokens":9,"messages":["hi"]                               | messages.0: expected an object
          "max_tokens":9,"messages":[{"role":"king","content":"x"}]      | messages.0.role: Input should be 'user' or 'assistant'
          "max_tokens":9,"messages":[{"role":"user"}]                    | messages.0.content: Field required
          "max_tokens":9,"messages":[{"role":"user","content":""}]       | messages.0: all messages must have non-empty content
          "max_tokens":9,"messages":[{"role":"user","content":[{"type":"text","text":""}]}] | messages: text content blocks must be non-empty
          "max_tokens":9,"messages":[{"role":"user","content":[{"type":"text"}]}] | messages.0.content.0.text: Field required
          "max_tokens":9,"messages":[{"role":"user","content":[{"text":"x"}]}] | messages.0.content.0.type: Field required
          "max_tokens":9,"messages":[{"role":"user","content":[{"type":"tool_use","id":"t","name":"f","input":{}}]}] | messages.0.content.0: `tool_use` blocks can only be in `assistant` messages
          "max_tokens":9,"messages":[{"role":"user","content":[{"type":"tool_result","content":"x"}]}] | messages.0.content.0.tool_use_id: Field required
          "max_tokens":9,"messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t"}]}] | messages.0: unexpected `tool_use_id` found in `tool_result` blocks
          "max_tokens":9,"messages":[{"role":"user","content":"x"},{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"f","input":{}}]},{"role":"user","content":"y"}] | messages.1: `tool_use` ids were found without `tool_result` blocks immediately after
          "max_tokens":9,"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","data":"AA=="}}]}] | messages.0.content.0.source.media_type: Field required
          "max_tokens":9,"messages":[{"role":"user","content":"x"}],"temperature":1.5 | temperature: expected a number from 0.0 to 1.0
          "max_tokens":9,"messages":[{"role":"user","content":"x"}],"tools":[{"name":"f"}] | tools.0.input_schema: Field required
          "max_tokens":9,"messages":[{"role":"user","content":"x"}],"tool_choice":{"type":"any"} | tool_choice: `tool_choice` may only be specified while providing `tools`
          "max_tokens":9,"messages":[{"role":"user","content":"x"}],"thinking":{"type":"enabled"} | thinking.budget_tokens: Field required
          "max_tokens":9,"messages":[{"role":"user","content":"x"}],"thinking":{"type":"enabled","budget_tokens":100} | thinking.enabled.budget_tokens: Input should be greater than or equal to 1024
          "max_tokens":9,"messages":[{"role":"user","content":"x"}],"thinking":{"type":"enabled","budget_tokens":2000} | max_tokens: `max_tokens` must be greater than `thinking.budget_tokens`
          """)
  void whatAnthropicRefusesIsRefusedInItsWords(String fields, String message) {
    assertThatThrownBy(() -> Golden.decode("{\"model\":\"m\"," + fields + "}"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "mcp_servers":[{"type":"url","url":"https://x","name":"x"}]      | mcp_servers
          "container":"c"                                                  | container
          "some_day":1                                                     | some_day
          "context_management":{"edits":[{"type":"clear_tool_uses_20250919"}]} | context_management
          "output_config":{"effort":"low","task_budget":{"total":5}}       | output_config.task_budget
          "tools":[{"type":"web_search_20250305","name":"web_search"}]     | tools.0.type
          "tools":[{"type":"bash_20250124","name":"bash"}]                 | tools.0.type
          "tools":[{"name":"f","input_schema":{},"defer_loading":true}]    | tools.0.defer_loading
          """)
  void whatOnlyAnthropicUnderstandsNeedsARelay(String field, String named) {
    ChatRequest request = request(field);

    assertThat(request.needs().values()).contains(named);
  }

  @Test
  void whatClaudeCodeSaysOfOldReasoningIsAHint() {
    ChatRequest request =
        request(
            "\"context_management\":{\"edits\":[{\"type\":\"clear_thinking_20251015\",\"keep\":\"all\"}]}");

    assertThat(request.needs()).isEmpty();
    assertThat(request.hints()).containsExactly("context_management");
  }

  @Test
  void budgetOfInterleavedThinkingMayBeLargerThanTheAnswer() {
    JsonNode body =
        Json.read(
            ("{\"model\":\"m\",\"max_tokens\":2000,\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":9000},"
                    + HELLO
                    + "}")
                .getBytes(UTF_8));

    var decoded = Golden.decode(body, Map.of("anthropic-beta", "interleaved-thinking-2025-05-14"));

    assertThat(((ChatRequest) decoded.request()).options().reasoning().orElseThrow().toString())
        .isEqualTo("Budget[tokens=9000]");
  }

  @Test
  void headerThatIsNoListOfNamesIsRefused() {
    JsonNode body = Json.read(("{\"model\":\"m\",\"max_tokens\":9," + HELLO + "}").getBytes(UTF_8));

    assertThatThrownBy(() -> Golden.decode(body, Map.of("anthropic-beta", "tell them all: x y")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("anthropic-beta: ");
  }

  @Test
  void countOfTokensNeedsNoLimit() {
    String body = "{\"model\":\"m\",\"stream\":true," + HELLO + "}";

    ChatRequest request =
        (ChatRequest)
            new CountTokensEndpoint()
                .decode(JsonBody.parse(body.getBytes(UTF_8)), new Caller(Optional.empty()))
                .request();

    assertThat(request.wire()).isEqualTo(Wire.ANTHROPIC_COUNT_TOKENS);
    assertThat(request.stream()).isFalse();
    assertThat(request.options().maxOutputTokens()).isEmpty();
  }

  @Test
  void everyRecordedRequestIsUnderstood() {
    List<JsonNode> recorded =
        Recordings.of(
            "anthropic.jsonl.gz",
            exchange -> exchange.path("path").textValue().equals("/v1/messages"));

    assertThat(recorded)
        .allSatisfy(
            exchange ->
                assertThat(Golden.decode(exchange.path("request"), Map.of()).request())
                    .isNotNull());
  }

  private static ChatRequest request(String field) {
    return (ChatRequest)
        Golden.decode("{\"model\":\"m\",\"max_tokens\":9," + field + "," + HELLO + "}").request();
  }
}
