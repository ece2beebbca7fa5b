package dev.gatehouse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceCatalogueTest {
  private final PriceCatalogue catalogue = PriceCatalogue.bundled();

  @ParameterizedTest
  @CsvSource({
    "gpt-4.1-mini, gpt-4.1-mini",
    "gpt-4.1-mini-2025-04-14, gpt-4.1-mini",
    "GPT-4.1-Mini, gpt-4.1-mini",
    "openai/gpt-4.1, gpt-4.1",
    "gpt-5.2-2025-12-11, gpt-5.2",
    "claude-opus-4-5, claude-opus-4.5",
    "claude-opus-4-5-20251101, claude-opus-4.5",
    "claude-opus-4-5@20251101, claude-opus-4.5",
    "anthropic/claude-opus-4.5, claude-opus-4.5",
    "claude-3-7-sonnet-20250219, claude-sonnet-3.7",
    "claude-3-7-sonnet-latest, claude-sonnet-3.7",
    "models/gemini-3-pro, gemini-3-pro",
    "google/gemini-3-pro, gemini-3-pro",
    "gemini-3-pro-preview, gemini-3-pro",
    "models/gemini-2.5-flash, gemini-2.5-flash",
    "z-ai/glm-4.7, glm-4.7",
    "GLM-4.7, glm-4.7",
    "MiniMax-M2.1, minimax-m2.1",
    "minimaxai/minimax-m2.1, minimax-m2.1"
  })
  void spellingsOfAModelFindItsPrice(String spelling, String model) {
    assertThat(catalogue.find(spelling)).map(ModelPrice::model).contains(model);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-4.1-nano",
        "gpt-4",
        "gpt-4-0613",
        "gpt-4-1106-preview",
        "gpt-5.2-pro",
        "gpt-5.2-chat-latest",
        "gpt-5",
        "gpt-5.2-20251399",
        "claude-opus-4",
        "claude-opus-4-1",
        "claude-opus-4-5-fast",
        "gemini-3-pro-image-preview",
        "gemini-2.5-flash-lite",
        "gemini-2.5-flash-preview-09-2025",
        "glm-4.7-flash",
        "google/gpt-4.1",
        "mine/gpt-4.1",
        "/gpt-4.1",
        "gpt-4.1:free",
        "llama-3-8b-q4",
        ""
      })
  void anotherModelNeverMatches(String model) {
    assertThat(catalogue.find(model)).isEmpty();
  }

  @Test
  void theGuidesMiniModelHasTheGuidesPrice() {
    ModelPrice mini = catalogue.find("gpt-4.1-mini").orElseThrow();

    assertThat(mini)
        .isEqualTo(
            new ModelPrice(
                "openai",
                "gpt-4.1-mini",
                new BigDecimal("0.15"),
                new BigDecimal("0.60"),
                Optional.empty(),
                Optional.empty(),
                ModelPrice.Tier.BUDGET,
                LocalDate.of(2025, 12, 31)));
  }

  @Test
  void theDearestRowIsTheCeiling() {
    assertThat(catalogue.dearest()).map(ModelPrice::model).contains("claude-opus-4.5");
    assertThat(new PriceCatalogue(List.of()).dearest()).isEmpty();
  }

  @Test
  void noRowIsFree() {
    assertThat(catalogue.prices()).hasSize(11);
    assertThat(catalogue.prices())
        .allMatch(price -> price.input().signum() > 0 && price.output().signum() > 0);
  }

  @Test
  void aDearerTierCanBeAskedMore() {
    assertThat(ModelPrice.Tier.values())
        .extracting(ModelPrice.Tier::quality)
        .containsExactly(0.60, 0.75, 0.95);
  }

  @Test
  void twoPricesForOneModelOfAProviderAreRefused() {
    ModelPrice dots = price("openai", "gpt-4.1");
    ModelPrice dashes = price("openai", "GPT-4-1");

    assertThatThrownBy(() -> new PriceCatalogue(List.of(dots, dashes)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two prices for gpt-4.1");
  }

  @Test
  void theVendorInFrontChoosesAmongProvidersOfOneModel() {
    ModelPrice own = price("zhipu", "glm-4.7");
    ModelPrice other = price("minimax", "glm-4.7");

    PriceCatalogue both = new PriceCatalogue(List.of(own, other));

    assertThat(both.find("minimax/glm-4.7")).contains(other);
    assertThat(both.find("glm-4.7")).contains(own);
  }

  @Test
  void aNegativePriceIsRefused() {
    assertThatThrownBy(
            () ->
                new ModelPrice(
                    "openai",
                    "m",
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    Optional.of(BigDecimal.ONE.negate()),
                    Optional.empty(),
                    ModelPrice.Tier.MID,
                    LocalDate.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("m: a price must not be negative");
  }

  private static ModelPrice price(String provider, String model) {
    return new ModelPrice(
        provider,
        model,
        BigDecimal.ONE,
        BigDecimal.ONE,
        Optional.empty(),
        Optional.empty(),
        ModelPrice.Tier.MID,
        LocalDate.EPOCH);
  }
}
