package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptLengthsTest {
  private final PromptLengths lengths = new PromptLengths();

  @Test
  void aModelNobodyAskedYetIsTakenAtTheEstimate() {
    assertThat(lengths.bound("a", 1000)).isEqualTo(1000);
  }

  @Test
  void oneCountAboveTheEstimateIsEnoughToGrow() {
    lengths.learn("a", 1000, 1500);

    assertThat(lengths.bound("a", 1000)).isEqualTo(1725);
    assertThat(lengths.bound("b", 1000)).isEqualTo(1000);
  }

  @Test
  void theBoundShrinksOnlyOnceSeveralPromptsSaidSoAndToTheHighestOfThem() {
    lengths.learn("a", 1000, 500);
    lengths.learn("a", 1000, 500);
    lengths.learn("a", 1000, 600);
    assertThat(lengths.bound("a", 1000)).isEqualTo(1000);

    lengths.learn("a", 1000, 500);

    assertThat(lengths.bound("a", 1000)).isEqualTo(690);
  }

  @Test
  void whatWasLongAgoIsForgotten() {
    lengths.learn("a", 1000, 3000);
    for (int i = 0; i < 32; i++) {
      lengths.learn("a", 1000, 1000);
    }

    assertThat(lengths.bound("a", 1000)).isEqualTo(1150);
  }

  @Test
  void shortPromptsAndMissingCountsTeachNothing() {
    for (int i = 0; i < 8; i++) {
      lengths.learn("a", 100, 900);
      lengths.learn("a", 1000, 0);
    }

    assertThat(lengths.bound("a", 1000)).isEqualTo(1000);
  }
}
