package dev.gatehouse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.classify.privacy.LexicalPrivacyClassifier;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.dialect.openai.ChatCompletions;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CannedAnswerTest {

  @Test
  void aStreamHasThirtyChunksAndItsUsageInTheLast() {
    assertThat(CannedAnswer.chunks()).hasSize(30);
    assertThat(CannedAnswer.chunks().getLast()).contains("\"usage\":{\"prompt_tokens\":240");
  }

  @Test
  void nothingInAnAnswerEndsAnNginxString() {
    assertThat(CannedAnswer.chunks()).allSatisfy(chunk -> assertThat(chunk).doesNotContain("'"));
    assertThat(CannedAnswer.whole()).doesNotContain("'").doesNotContain("$");
  }

  @ParameterizedTest
  @EnumSource
  void theQuestionIsOneKilobyteAndMayGoAnywhere(Scenario scenario) {
    byte[] body = scenario.requestBody().getBytes(StandardCharsets.UTF_8);
    ChatRequest request = ChatCompletions.request(JsonBody.parse(body));

    assertThat(Question.TEXT.length()).isBetween(1_000, 1_048);
    assertThat(request.stream()).isEqualTo(scenario.streamed());
    assertThat(new LexicalPrivacyClassifier().scan(Json.read(body)).highest())
        .isEqualTo(PrivacyClass.PUBLIC);
  }
}
