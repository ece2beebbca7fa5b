package dev.gatehouse.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SpecValidatorTest {
  private static final String CHAT = "/v1/chat/completions";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String COMPLETION =
      """
      {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","system_fingerprint":null,
       "choices":[{"index":0,"message":{"role":"assistant","content":"Hi","refusal":null},
                   "logprobs":null,"finish_reason":"stop"}],
       "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}
      """;
  private static final String CHUNK =
      "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
          + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n";
  private static final String LINE =
      "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\","
          + "\"message\":{\"role\":\"assistant\",\"content\":\"Hi\"},\"done\":false}\n";

  private SpecValidator openAi;
  private SpecValidator ollama;

  @BeforeAll
  void read() {
    openAi = SpecValidator.openAi();
    ollama = SpecValidator.ollama();
  }

  @Test
  void rightCompletionPasses() {
    assertThat(completion(COMPLETION)).isEmpty();
  }

  @Test
  void missingIdIsFound() {
    assertThat(completion(COMPLETION.replace("\"id\":\"chatcmpl-1\",", "")))
        .anyMatch(problem -> problem.contains("id"));
  }

  @Test
  void unknownFinishReasonIsFound() {
    assertThat(completion(COMPLETION.replace("\"stop\"", "\"end_turn\"")))
        .anyMatch(problem -> problem.contains("finish_reason"));
  }

  @Test
  void argumentsThatAreNoStringAreFound() {
    String called =
        COMPLETION.replace(
            "\"refusal\":null",
            "\"refusal\":null,\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"f\",\"arguments\":{\"a\":1}}}]");

    assertThat(completion(called)).anyMatch(problem -> problem.contains("tool_calls"));
    assertThat(completion(called.replace("{\"a\":1}", "\"{}\""))).isEmpty();
  }

  @Test
  void nullOfARequiredPropertyIsFoundAndOfAnOptionalOneIsNot() {
    assertThat(completion(COMPLETION.replace("\"created\":1", "\"created\":null"))).isNotEmpty();
    assertThat(completion(COMPLETION.replace("\"usage\":{", "\"service_tier\":null,\"usage\":{")))
        .isEmpty();
  }

  @Test
  void nullIsFoundWhereAnotherBranchRequiresTheProperty() {
    String response =
        """
        {"id":"resp_1","object":"response","created_at":1,"error":null,"incomplete_details":null,
         "instructions":null,"model":"m","tools":[],"output":[],"parallel_tool_calls":true,
         "metadata":{},"tool_choice":"auto","temperature":1,"top_p":1}
        """;

    assertThat(openAi.problems("POST", "/v1/responses", JSON, response)).isEmpty();
    assertThat(
            openAi.problems(
                "POST", "/v1/responses", JSON, response.replace("\"tools\":[]", "\"tools\":null")))
        .isNotEmpty();
  }

  @Test
  void everyEventOfAStreamIsJudged() {
    String wrong = CHUNK.replace("\"index\":0", "\"index\":\"0\"");

    assertThat(stream(CHUNK + CHUNK + "data: [DONE]\n\n")).isEmpty();
    assertThat(stream(CHUNK + wrong + "data: [DONE]\n\n"))
        .anyMatch(problem -> problem.startsWith("event 1 "));
  }

  @Test
  void wrongEventOfAResponseStreamIsFound() {
    String event =
        "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"sequence_number\":1,"
            + "\"item_id\":\"i\",\"output_index\":0,\"content_index\":0,\"delta\":\"x\",\"logprobs\":[]}\n\n";

    assertThat(openAi.problems("POST", "/v1/responses", "text/event-stream", event)).isEmpty();
    assertThat(
            openAi.problems(
                "POST",
                "/v1/responses",
                "text/event-stream",
                event.replace("\"sequence_number\":1,", "")))
        .isNotEmpty();
  }

  @Test
  void everyLineOfOllamasStreamIsJudged() {
    String wrong = LINE.replace("\"done\":false", "\"done\":\"no\"");

    assertThat(ollama.problems("POST", "/api/chat", "application/x-ndjson", LINE + LINE)).isEmpty();
    assertThat(ollama.problems("POST", "/api/chat", "application/x-ndjson", LINE + wrong))
        .anyMatch(problem -> problem.startsWith("event 1 "));
  }

  @Test
  void errorWithoutItsFourMembersIsFound() {
    String error = "{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":null,\"code\":null}}";

    assertThat(openAi.problemsOfError(error)).isEmpty();
    assertThat(openAi.problemsOfError(error.replace(",\"code\":null", ""))).isNotEmpty();
    assertThat(openAi.problemsOfError("{\"error\":\"text\"}")).isNotEmpty();
  }

  private List<String> completion(String body) {
    return openAi.problems("POST", CHAT, JSON, body);
  }

  private List<String> stream(String body) {
    return openAi.problems("POST", CHAT, "text/event-stream", body);
  }
}
