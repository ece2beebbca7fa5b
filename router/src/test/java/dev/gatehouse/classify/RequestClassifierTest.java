package dev.gatehouse.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.dialect.openai.ChatCompletions;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.json.JsonBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestClassifierTest {

  private static final ChatRequest REQUEST =
      ChatCompletions.request(
          JsonBody.parse(
              "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"
                  .getBytes(StandardCharsets.UTF_8)));

  private static final PrivacyReport NOTHING = new PrivacyReport(java.util.List.of());
  private static final Complexity EASY = new Complexity(Complexity.Task.EXTRACTION, 0.1);

  @Test
  void bothEstimatesAreHandedOn() {
    var classifier = new RequestClassifier(_ -> NOTHING, _ -> EASY);

    var classification = classifier.classify(REQUEST);

    assertThat(classification).isEqualTo(new Classification(NOTHING, EASY));
  }

  @Test
  void aScannerThatFailsCountsAsUnscannable() {
    var classifier =
        new RequestClassifier(
            _ -> {
              throw new IllegalStateException("my password");
            },
            _ -> EASY);

    var classification = classifier.classify(REQUEST);

    assertThat(classification.privacy().findings())
        .containsExactly(
            new Finding("UNSCANNABLE", "scanner-failed", PrivacyClass.UNSCANNABLE, "", 0, 0));
    assertThat(classification.toString()).doesNotContain("my password");
    assertThat(classification.complexity()).isEqualTo(EASY);
  }

  @Test
  void aScannerThatRunsOutOfStackCountsAsUnscannable() {
    var classifier = new RequestClassifier(_ -> recurse(1), _ -> EASY);

    var classification = classifier.classify(REQUEST);

    assertThat(classification.privacy().highest()).isEqualTo(PrivacyClass.UNSCANNABLE);
  }

  @Test
  void anEstimateThatFailsCountsAsHardestAndLeavesPrivacyAlone() {
    var classifier =
        new RequestClassifier(
            _ -> NOTHING,
            _ -> {
              throw new IllegalStateException("my password");
            });

    var classification = classifier.classify(REQUEST);

    assertThat(classification.complexity()).isEqualTo(new Complexity(Complexity.Task.CHAT, 1.0));
    assertThat(classification.privacy()).isEqualTo(NOTHING);
  }

  private static PrivacyReport recurse(int depth) {
    return depth == 0 ? NOTHING : recurse(depth + 1);
  }
}
