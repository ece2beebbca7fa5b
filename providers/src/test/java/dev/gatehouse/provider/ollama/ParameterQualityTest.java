package dev.gatehouse.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterQualityTest {

  @ParameterizedTest
  @CsvSource({
    "30000000, false, 0.10",
    "135000000, false, 0.10",
    "1000000000, false, 0.25",
    "3000000000, false, 0.40",
    "8000000000, false, 0.55",
    "8000000000, true, 0.60",
    "14000000000, false, 0.62",
    "32000000000, false, 0.70",
    "70000000000, false, 0.78",
    "500000000000, true, 0.83",
    "4899000000, false, 0.475"
  })
  void qualityGrowsWithTheLogarithmOfTheParameters(
      long parameters, boolean thinks, double expected) {
    assertThat(ParameterQuality.of(parameters, thinks)).isCloseTo(expected, within(0.001));
  }
}
