package dev.gatehouse.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Reasoning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChatCompletionsTest {
  private static final String HELLO = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";

  private final ChatCompletions chat = new ChatCompletions();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "logit_bias":{"5":1}                              | VERBATIM_FIELDS  | logit_bias
          "verbosity":"low"                                 | VERBATIM_FIELDS  | verbosity
          "modalities":["text","audio"]                     | VERBATIM_FIELDS  | modalities
          "n":2                                             | MULTIPLE_CHOICES | n
          "logprobs":true                                   | LOGPROBS         | logprobs
          "tools":[{"type":"custom","custom":{"name":"x"}}] | VERBATIM_FIELDS  | tools[0].type
          "tool_choice":{"type":"allowed_tools"}            | VERBATIM_FIELDS  | tool_choice
          "response_format":{"type":"json_object"}          | JSON_OBJECT      | response_format
          """)
  void whatNotEveryModelCarriesIsNeeded(String fields, Capability needed, String field) {
    assertThat(request(fields + "," + HELLO).needs()).containsEntry(needed, field);
  }

  @Test
  void hintsAndUsualValuesNeedNothing() {
    ChatRequest request =
        request(
            "\"modalities\":[\"text\"],\"user\":\"u\",\"prediction\":{\"type\":\"content\",\"content\":\"x\"},"
                + "\"service_tier\":\"auto\",\"metadata\":{},\"logit_bias\":null,"
                + HELLO);

    assertThat(request.needs()).isEmpty();
    assertThat(request.hints()).containsExactly("metadata", "prediction", "service_tier", "user");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "audio":{"id":"a"}                            | messages[0].audio
          "function_call":{"name":"f","arguments":"{}"} | messages[0].function_call
          """)
  void whatAnEarlierTurnHoldsBesideItsTextIsNotLost(String field, String path) {
    ChatRequest request =
        request("\"messages\":[{\"role\":\"assistant\",\"content\":\"x\"," + field + "}]");

    assertThat(request.needs()).containsEntry(Capability.VERBATIM_FIELDS, path);
  }

  @Test
  void unknownFieldsOfAMessageAreHints() {
    ChatRequest request =
        request("\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"cache_control\":{}}]");

    assertThat(request.needs()).isEmpty();
    assertThat(request.hints()).containsExactly("messages[].cache_control");
  }

  @Test
  void imagesByUrlNeedAVendorThatFetches() {
    ChatRequest inline = request(image("data:image/png;base64,AAAA"));
    ChatRequest named = request(image("https://a.example/b.png"));

    assertThat(inline.needs()).containsOnlyKeys(Capability.VISION);
    assertThat(named.needs()).containsOnlyKeys(Capability.VISION, Capability.IMAGE_URLS);
  }

  private static String image(String url) {
    return "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\""
        + url
        + "\"}}]}]";
  }

  @Test
  void reasoningIsReadInOpenAisWordsAndInOpenRouters() {
    assertThat(reasoning("\"reasoning_effort\":\"low\"")).isEqualTo(new Reasoning.Effort("low"));
    assertThat(reasoning("\"reasoning_effort\":\"none\"")).isEqualTo(new Reasoning.Off());
    assertThat(reasoning("\"reasoning\":{\"max_tokens\":2000}"))
        .isEqualTo(new Reasoning.Budget(2000));
    assertThat(reasoning("\"reasoning\":{\"enabled\":false}")).isEqualTo(new Reasoning.Off());
    assertThat(reasoning("\"reasoning\":{\"effort\":\"high\"}"))
        .isEqualTo(new Reasoning.Effort("high"));
  }

  private Reasoning reasoning(String field) {
    return request(field + "," + HELLO).options().reasoning().orElseThrow();
  }

  @Test
  void reasoningOfEarlierTurnsIsKept() {
    ChatRequest request =
        request(
            "\"messages\":[{\"role\":\"assistant\",\"content\":\"4\",\"reasoning_content\":\"2+2\"}]");

    assertThat(request.messages().getFirst().parts())
        .containsExactly(new Part.Thinking("2+2", ""), new Part.Text("4"));
  }

  @Test
  void parallelCallsHaveRisingIndexesAndStringArguments() {
    List<String> events =
        Encoded.stream(
            chat,
            "{\"model\":\"m\",\"stream\":true," + HELLO + "}",
            new Event.ToolCallDelta(0, 0, "call_a", "f", ""),
            new Event.ToolCallDelta(0, 0, "", "", "{\"x\":"),
            new Event.ToolCallDelta(0, 0, "", "", "1}"),
            new Event.ToolCallDelta(0, 1, "call_b", "g", "{}"),
            Event.Ended.of(FinishReason.TOOL_CALLS));

    assertThat(call(events, 0))
        .isEqualTo(
            Encoded.json(
                "{\"index\":0,\"id\":\"call_a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}"));
    assertThat(call(events, 1))
        .isEqualTo(Encoded.json("{\"index\":0,\"function\":{\"arguments\":\"{\\\"x\\\":\"}}"));
    assertThat(call(events, 3).path("index").asInt()).isEqualTo(1);
    assertThat(Encoded.json(events.get(4)).at("/choices/0/finish_reason").asText())
        .isEqualTo("tool_calls");
  }

  private static JsonNode call(List<String> events, int number) {
    return Encoded.json(events.get(number)).at("/choices/0/delta/tool_calls/0");
  }

  @Test
  void everyChunkHasTheSameIdAndOnlyTheFirstARole() {
    List<String> events =
        Encoded.stream(
            chat,
            "{\"model\":\"m\",\"stream\":true," + HELLO + "}",
            new Event.TextDelta(0, "a"),
            new Event.TextDelta(0, "b\u2028c"));

    assertThat(events.subList(0, 3))
        .allSatisfy(
            event ->
                assertThat(Encoded.json(event).path("id").asText()).isEqualTo("chatcmpl-0001"));
    assertThat(Encoded.json(events.get(0)).at("/choices/0/delta/role").asText())
        .isEqualTo("assistant");
    assertThat(Encoded.json(events.get(1)).at("/choices/0/delta").has("role")).isFalse();
    assertThat(Encoded.json(events.get(1)).at("/choices/0/delta/content").asText())
        .isEqualTo("b\u2028c");
  }

  @Test
  void refusalAndReasoningHaveTheirOwnFields() {
    JsonNode message =
        Encoded.whole(
                chat,
                "{\"model\":\"m\"," + HELLO + "}",
                new Event.ThinkingDelta(0, "hm"),
                new Event.RefusalDelta(0, "No."))
            .at("/choices/0/message");

    assertThat(message.path("refusal").asText()).isEqualTo("No.");
    assertThat(message.path("reasoning_content").asText()).isEqualTo("hm");
  }

  private static ChatRequest request(String fields) {
    return (ChatRequest)
        Encoded.decode(new ChatCompletions(), "{\"model\":\"m\"," + fields + "}").request();
  }
}
