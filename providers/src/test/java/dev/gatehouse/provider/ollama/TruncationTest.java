package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.langchain.Asked;
import dev.gatehouse.provider.langchain.Recordings;
import org.junit.jupiter.api.Test;

class TruncationTest {

  @Test
  void aCountOfHalfTheContextShowsACutWhereTheEstimateIsAboveTheWhole() {
    assertThat(Truncation.shows(258, 512, 1800)).isTrue();
    assertThat(Truncation.shows(2050, 4096, 9000)).isTrue();
    assertThat(Truncation.shows(2051, 4096, 9000)).as("with a BOS token").isTrue();
  }

  @Test
  void aPromptThatJustHasThatLengthIsNotTakenForCut() {
    assertThat(Truncation.shows(2050, 4096, 3000)).isFalse();
    assertThat(Truncation.shows(2049, 4096, 9000)).isFalse();
  }

  @Test
  void aPromptThatWasNotCountedIsNotTakenForCut() {
    assertThat(Truncation.shows(0, 4096, 9000)).isFalse();
  }

  @Test
  void aRealPromptThatWasHalvedIsRecognised() {
    JsonNode recorded = Recordings.ollama("trunc_chat_one_long_message_default_stream");
    String prompt = recorded.at("/request_body/messages/0/content").asText();
    JsonNode chunks = recorded.path("response_chunks");
    JsonNode last = Asked.json(chunks.path(chunks.size() - 1).path("text").asText());

    boolean shown =
        Truncation.shows(OllamaCounts.promptTokens(last), 512, PromptEstimate.tokens(prompt));

    assertThat(shown).isTrue();
  }

  @Test
  void theContextThatGenerateGivesBackShowsTheWholePrompt() {
    assertThat(Truncation.shownByContext(generated(1513, 258), 512)).isTrue();
    assertThat(Truncation.shownByContext(generated(300, 300), 512)).isFalse();
    assertThat(Truncation.shownByContext(generated(1513, 0), 512)).as("not counted").isFalse();
  }

  private static ObjectNode generated(int promptTokens, int counted) {
    ObjectNode line = Json.object().put("eval_count", 4);
    ArrayNode context = line.putArray("context");
    for (int i = 0; i < promptTokens + 4; i++) {
      context.add(i);
    }
    return counted == 0 ? line : line.put("prompt_eval_count", counted);
  }
}
