package dev.gatehouse.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.inference.Reasoning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReasoningEffortTest {
  private static Optional<String> word(Reasoning wanted, String model) {
    return ReasoningEffort.of(wanted, ReasoningEffort.words(model));
  }

  @Test
  void modelsThatDoNotReasonAreToldNothing() {
    for (String model :
        List.of("gpt-4o", "gpt-4.1-mini", "gpt-3.5-turbo", "gpt-5-chat-latest", "o1-mini")) {
      assertThat(ReasoningEffort.words(model)).as(model).isEmpty();
      assertThat(word(new Reasoning.Effort("high"), model)).as(model).isEmpty();
    }
  }

  @Test
  void offIsSaidOnlyWhereTheModelHasAWordForIt() {
    Reasoning off = new Reasoning.Off();

    assertThat(word(off, "gpt-5.1")).contains("none");
    assertThat(word(off, "gpt-5-mini")).contains("minimal");
    assertThat(word(off, "o4-mini")).isEmpty();
    assertThat(word(off, "gpt-5-pro")).isEmpty();
  }

  @Test
  void aWordThatTheModelDoesNotTakeBecomesTheNextOneThatItDoes() {
    assertThat(word(new Reasoning.Effort("minimal"), "o3")).contains("low");
    assertThat(word(new Reasoning.Effort("MINIMAL"), "gpt-5")).contains("minimal");
    assertThat(word(new Reasoning.Effort("max"), "gpt-5")).contains("high");
    assertThat(word(new Reasoning.Effort("max"), "gpt-5.2")).contains("xhigh");
    assertThat(word(new Reasoning.Effort("low"), "gpt-5-pro")).contains("high");
    assertThat(word(new Reasoning.Effort("much"), "o3")).contains("much");
  }

  @Test
  void budgetsBecomeWordsAtTheirBounds() {
    Map<Integer, String> words =
        Map.of(1, "low", 1024, "low", 1025, "medium", 8192, "medium", 8193, "high", 64_000, "high");

    words.forEach(
        (tokens, word) ->
            assertThat(word(new Reasoning.Budget(tokens), "ft:o4-mini-2025-04-16:acme"))
                .as("%d tokens", tokens)
                .contains(word));
    assertThat(word(new Reasoning.On(), "gpt-6")).contains("medium");
  }
}
