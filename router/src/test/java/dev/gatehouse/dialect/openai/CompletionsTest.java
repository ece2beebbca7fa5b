package dev.gatehouse.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompletionsTest {
  private static final String PLAIN = "{\"model\":\"m\",\"prompt\":\"Once upon\"}";

  private final Completions completions = new Completions();

  @Test
  void promptBecomesAUsersTurnAndTheLimitIsOpenAisOwnWhereNoneIsSet() {
    ChatRequest request = (ChatRequest) Encoded.decode(completions, PLAIN).request();

    assertThat(request.wire()).isEqualTo(Wire.OPENAI_COMPLETIONS);
    assertThat(request.messages().getFirst().text()).isEqualTo("Once upon");
    assertThat(request.options().maxOutputTokens()).hasValue(16);
    assertThat(request.needs()).isEmpty();
  }

  @Test
  void onePromptInAnArrayIsAPrompt() {
    ChatRequest request =
        (ChatRequest)
            Encoded.decode(completions, "{\"model\":\"m\",\"prompt\":[\"Once\"],\"max_tokens\":7}")
                .request();

    assertThat(request.messages().getFirst().text()).isEqualTo("Once");
    assertThat(request.options().maxOutputTokens()).hasValue(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "prompt":["a","b"]             | VERBATIM_FIELDS  | prompt
          "prompt":[1,2,3]               | VERBATIM_FIELDS  | prompt
          "prompt":"a","suffix":"z"      | VERBATIM_FIELDS  | suffix
          "prompt":"a","echo":true       | VERBATIM_FIELDS  | echo
          "prompt":"a","logprobs":2      | LOGPROBS         | logprobs
          "prompt":"a","n":2             | MULTIPLE_CHOICES | n
          """)
  void whatOnlyARelayCanCarryIsNeeded(String fields, Capability needed, String field) {
    var request = Encoded.decode(completions, "{\"model\":\"m\"," + fields + "}").request();

    assertThat(request.needs()).containsEntry(needed, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "prompt":"a","n":3                 | 3
          "prompt":"a","n":2,"best_of":20    | 20
          "prompt":["a","b","c"]             | 3
          "prompt":[[1,2],[3]],"best_of":4   | 8
          "prompt":[1,2,3]                   | 1
          """)
  void everyTextThatIsGeneratedIsCounted(String fields, int generated) {
    ChatRequest request =
        (ChatRequest) Encoded.decode(completions, "{\"model\":\"m\"," + fields + "}").request();

    assertThat(request.options().choices()).isEqualTo(generated);
  }

  @Test
  void valuesThatAskForNothingNeedNothing() {
    var request =
        Encoded.decode(
                completions,
                "{\"model\":\"m\",\"prompt\":\"a\",\"echo\":false,\"best_of\":1,\"suffix\":\"\","
                    + "\"logprobs\":null}")
            .request();

    assertThat(request.needs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"model\":\"m\"}",
        "{\"model\":\"m\",\"prompt\":[]}",
        "{\"prompt\":\"a\"}",
        "[]"
      })
  void badBodiesAreRefused(String body) {
    assertThatThrownBy(() -> Encoded.decode(completions, body))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void wholeAnswerIsATextCompletion() {
    JsonNode answer =
        Encoded.whole(
            completions, PLAIN, new Event.TextDelta(0, " a"), new Event.TextDelta(0, " time"));

    assertThat(answer)
        .isEqualTo(
            Encoded.json(
                """
                {"id":"cmpl-0001","object":"text_completion","created":1700000000,"model":"answering",
                 "choices":[{"text":" a time","index":0,"logprobs":null,"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,
                   "prompt_tokens_details":{"cached_tokens":4,"audio_tokens":0},
                   "completion_tokens_details":{"reasoning_tokens":2,"audio_tokens":0,
                     "accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}}
                """));
  }

  @Test
  void streamedAnswerHasATextInEachChunkAndEndsWithReasonAndDone() {
    List<String> events =
        Encoded.stream(
            completions,
            "{\"model\":\"m\",\"prompt\":\"a\",\"stream\":true}",
            new Event.TextDelta(0, " b"));

    assertThat(events).hasSize(3);
    assertThat(Encoded.json(events.get(0)).at("/choices/0/text").asText()).isEqualTo(" b");
    assertThat(Encoded.json(events.get(1)).at("/choices/0/finish_reason").asText())
        .isEqualTo("stop");
    assertThat(events.get(2)).isEqualTo("[DONE]");
  }

  @Test
  void streamedUsageIsThereOnlyWhereItIsAskedFor() {
    List<String> events =
        Encoded.stream(
            completions,
            "{\"model\":\"m\",\"prompt\":\"a\",\"stream\":true,\"stream_options\":{\"include_usage\":true}}",
            new Event.TextDelta(0, " b"));

    assertThat(Encoded.json(events.get(2)).at("/usage/total_tokens").asInt()).isEqualTo(15);
    assertThat(Encoded.json(events.get(2)).path("choices")).isEmpty();
  }
}
