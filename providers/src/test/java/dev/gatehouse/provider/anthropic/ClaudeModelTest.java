package dev.gatehouse.provider.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.provider.langchain.Asked;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaudeModelTest {

  @Test
  void aNameTellsHowAModelThinks() {
    for (String within : List.of("claude-3-7-sonnet-20250219", "claude-sonnet-4-20250514")) {
      assertThat(ClaudeModel.named(within).budgets()).as(within).isTrue();
      assertThat(ClaudeModel.named(within).adapts()).as(within).isFalse();
    }
    assertThat(ClaudeModel.named("claude-sonnet-4-6").budgets()).isTrue();
    assertThat(ClaudeModel.named("claude-sonnet-4-6").adapts()).isTrue();
    for (String only : List.of("claude-opus-4-7", "claude-sonnet-5", "claude-fable-5-20260601")) {
      assertThat(ClaudeModel.named(only).budgets()).as(only).isFalse();
      assertThat(ClaudeModel.named(only).adapts()).as(only).isTrue();
      assertThat(ClaudeModel.named(only).samples()).as(only).isFalse();
    }
    assertThat(ClaudeModel.named("claude-3-5-haiku-latest").thinks()).isFalse();
  }

  @Test
  void ofAnUnknownNameNothingIsExpected() {
    assertThat(ClaudeModel.named("someone-elses"))
        .isEqualTo(new ClaudeModel(OptionalInt.empty(), false, false, Set.of(), false));
  }

  @Test
  void theListingHasTheLastWord() {
    String entry =
        """
        {"id":"claude-sonnet-4-5","max_tokens":77,"capabilities":{
          "structured_outputs":{"supported":false},
          "effort":{"supported":true,"low":{"supported":true},"high":{"supported":true},
                    "max":{"supported":false}},
          "thinking":{"types":{"adaptive":{"supported":true},"enabled":{"supported":false}}}}}
        """;

    assertThat(ClaudeModel.listed(Asked.json(entry)))
        .isEqualTo(new ClaudeModel(OptionalInt.of(77), false, true, Set.of("low", "high"), false));
  }

  @Test
  void aListingWithoutCapabilitiesLeavesThemToTheName() {
    assertThat(ClaudeModel.listed(Asked.json("{\"id\":\"claude-opus-4-8\",\"max_tokens\":9}")))
        .isEqualTo(
            new ClaudeModel(
                OptionalInt.of(9),
                false,
                true,
                Set.of("low", "medium", "high", "xhigh", "max"),
                true));
  }
}
