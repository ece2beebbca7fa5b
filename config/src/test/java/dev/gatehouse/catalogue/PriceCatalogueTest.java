package dev.gatehouse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
    "minimaxai/minimax-m2.1, minimax-m2.1",
    "gpt-4o-2024-08-06, gpt-4o",
    "openai/gpt-4o, gpt-4o",
    "gpt-4o-2024-05-13, gpt-4o-2024-05-13",
    "gpt-4o-mini-2024-07-18, gpt-4o-mini",
    "gpt-4.1-nano-2025-04-14, gpt-4.1-nano",
    "gpt-4-0613, gpt-4-0613",
    "gpt-5-2025-08-07, gpt-5",
    "o3-2025-04-16, o3",
    "o3-mini-2025-01-31, o3-mini",
    "gpt-4o-audio-preview-2025-06-03, gpt-4o-audio-preview-2025-06-03",
    "claude-sonnet-4-5-20250929, claude-sonnet-4.5",
    "claude-sonnet-4-20250514, claude-sonnet-4",
    "claude-sonnet-4-0, claude-sonnet-4",
    "claude-opus-4-1-20250805, claude-opus-4.1",
    "claude-opus-4-1, claude-opus-4.1",
    "claude-opus-4, claude-opus-4",
    "claude-3-5-haiku-20241022, claude-haiku-3.5",
    "claude-3-5-haiku-latest, claude-haiku-3.5",
    "anthropic/claude-3.5-haiku, claude-haiku-3.5",
    "claude-haiku-4-5-20251001, claude-haiku-4.5",
    "anthropic/claude-sonnet-4.6, claude-sonnet-4.6",
    "gemini-2.5-flash-lite, gemini-2.5-flash-lite",
    "models/gemini-2.0-flash-001, gemini-2.0-flash",
    "google/gemini-2.5-pro, gemini-2.5-pro",
    "models/gemini-embedding-001, gemini-embedding-001",
    "text-embedding-3-small, text-embedding-3-small",
    "mistral-large-latest, mistral-large-latest",
    "deepseek-chat, deepseek-chat",
    "glm-5.3, glm-5.3"
  })
  void spellingsOfAModelFindItsPrice(String spelling, String model) {
    assertThat(catalogue.find(spelling)).map(ModelPrice::model).contains(model);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-4.1-micro",
        "gpt-4-1106-preview",
        "gpt-5.2-pro",
        "gpt-5.2-chat-latest",
        "gpt-5-chat-latest",
        "gpt-5-pro",
        "gpt-5-codex",
        "gpt-5-search-api",
        "gpt-5.2-20251399",
        "gpt-4o-audio-preview",
        "gpt-4o-realtime-preview",
        "gpt-4o-search-preview",
        "gpt-4o-mini-search-preview-2025-03-11",
        "gpt-4o-transcribe",
        "chatgpt-4o-latest",
        "gpt-audio-2",
        "o3-pro",
        "o3-deep-research",
        "o4-mini-deep-research",
        "ft:gpt-4o-mini-2024-07-18:us:app:1",
        "openai/gpt-oss-120b",
        "openai/gpt-4o:extended",
        "azure/gpt-4o",
        "text-embedding-3-medium",
        "claude-opus-4-2",
        "claude-sonnet-4-5-fast",
        "anthropic/claude-sonnet-4.6:thinking",
        "deepseek/deepseek-v4-pro",
        "mistralai/mistral-large-latest",
        "mistral-large",
        "claude-opus-4-5-fast",
        "gemini-3-pro-image-preview",
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

    assertThat(mini.input()).isEqualTo("0.15");
    assertThat(mini.output()).isEqualTo("0.60");
    assertThat(mini.tier()).isEqualTo(ModelPrice.Tier.BUDGET);
    assertThat(mini.asOf()).isEqualTo(LocalDate.of(2025, 12, 31));
  }

  @Test
  void theDearestOfTheGuidesRowsIsNotTheCeiling() {
    assertThat(catalogue.dearest()).map(ModelPrice::model).contains("claude-opus-4.5");
    assertThat(catalogue.ceiling())
        .hasValueSatisfying(
            row -> assertThat(row.input().add(row.output())).isEqualByComparingTo("90"));
    assertThat(new PriceCatalogue(List.of()).dearest()).isEmpty();
    assertThat(new PriceCatalogue(List.of()).ceiling()).isEmpty();
  }

  @Test
  void onlyTheGuidesRowsAreComparedWith() {
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
    assertThatThrownBy(() -> TokenPrices.of(BigDecimal.ONE.negate(), BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a price must not be negative");
  }

  @Test
  void aSnapshotWithARowOfItsOwnIsNotTheModel() {
    ModelPrice model = price("openai", "gpt-4o");
    ModelPrice snapshot = price("openai", "gpt-4o-2024-05-13");

    PriceCatalogue both = new PriceCatalogue(List.of(model, snapshot));

    assertThat(both.find("gpt-4o-2024-05-13")).contains(snapshot);
    assertThat(both.find("gpt-4o-2024-08-06")).contains(model);
    assertThat(both.find("gpt-4o")).contains(model);
  }

  private static ModelPrice price(String provider, String model) {
    return ModelPrice.of(
        provider,
        model,
        TokenPrices.of(BigDecimal.ONE, BigDecimal.ONE),
        ModelPrice.Tier.MID,
        LocalDate.EPOCH);
  }
}
