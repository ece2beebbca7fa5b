package dev.gatehouse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ModelConfig;
import dev.gatehouse.config.ProviderPreset;
import dev.gatehouse.config.ProviderPresets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The second price list: models that the guide does not have, and what it leaves out of its own.
 */
final class ExtraModelsTest {
  private final CatalogueFile file = CatalogueFile.bundled("models-extra.yaml");
  private final List<ModelPrice> extra = ModelPriceRows.read(file);
  private final PriceCatalogue catalogue = PriceCatalogue.bundled();

  @Test
  void everyRowIsFoundUnderItsOwnName() {
    assertThat(extra).allSatisfy(row -> assertThat(catalogue.find(row.model())).contains(row));
  }

  @Test
  void everyRowNamesASourceOfTheList() {
    Set<String> sources = file.names("sources");

    assertThat(Stream.of("text", "details").flatMap(list -> file.rows(list).stream()))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(sources).contains(row.text("source")));
  }

  @Test
  void noModelOfTheGuideIsPricedAgain() {
    Set<String> guide =
        catalogue.prices().stream()
            .map(row -> ModelSpelling.of(row.model()).name())
            .collect(Collectors.toSet());

    assertThat(extra)
        .extracting(row -> ModelSpelling.of(row.model()).name())
        .doesNotContainAnyElementsOf(guide);
  }

  @Test
  void noRowIsFree() {
    assertThat(extra)
        .allSatisfy(
            row -> {
              assertThat(row.input()).isPositive();
              assertThat(row.output().signum())
                  .isEqualTo(row.use() == ModelPrice.Use.EMBEDDING ? 0 : 1);
            });
  }

  @Test
  void everyRowSaysHowMuchTheModelReads() {
    assertThat(extra).allSatisfy(row -> assertThat(row.contextTokens()).isPresent());
  }

  @Test
  void readingFromTheCacheIsCheaperThanReading() {
    assertThat(Stream.concat(catalogue.prices().stream(), extra.stream()))
        .allSatisfy(
            row ->
                assertThat(row.tokens().cacheRead().orElse(BigDecimal.ZERO))
                    .isLessThan(row.input()));
  }

  @Test
  void anthropicChargesAQuarterMoreForFiveMinutesAndTwiceForAnHour() {
    assertThat(Stream.concat(catalogue.prices().stream(), extra.stream()))
        .filteredOn(row -> row.providerName().equals("anthropic"))
        .hasSizeGreaterThan(10)
        .flatExtracting(
            row ->
                Stream.concat(
                        Stream.of(row.tokens()),
                        row.longInput().map(ModelPrice.LongInput::tokens).stream())
                    .toList())
        .allSatisfy(
            tokens -> {
              assertThat(tokens.cacheCreation().orElseThrow())
                  .isEqualByComparingTo(tokens.input().multiply(new BigDecimal("1.25")));
              assertThat(tokens.cacheCreation1h().orElseThrow())
                  .isEqualByComparingTo(tokens.input().multiply(new BigDecimal("2")));
            });
  }

  @Test
  void theTierOfEveryGuideRowFollowsFromItsPrice() {
    assertThat(catalogue.prices())
        .allSatisfy(row -> assertThat(ModelPrice.Tier.of(row.tokens())).isEqualTo(row.tier()));
  }

  @Test
  void everyModelOfACloudPresetHasAPrice() {
    assertThat(ProviderPresets.bundled().all())
        .filteredOn(preset -> preset.locality() == Locality.CLOUD)
        .flatExtracting(ProviderPreset::models)
        .allSatisfy(
            model ->
                assertThat(model.inputPrice().or(() -> listed(model).map(ModelPrice::input)))
                    .as(model.id())
                    .isPresent());
  }

  @Test
  void presetsAndListAgreeOnWhatIsAnEmbeddingModel() {
    assertThat(ProviderPresets.bundled().all())
        .flatExtracting(ProviderPreset::models)
        .allSatisfy(
            model ->
                assertThat(model.capabilities().contains(Capability.EMBEDDINGS))
                    .as(model.id())
                    .isEqualTo(
                        listed(model)
                            .map(ModelPrice::use)
                            .filter(ModelPrice.Use.EMBEDDING::equals)
                            .isPresent()));
  }

  @Test
  void detailsOfAModelThatIsNotInTheListAreAMistake() {
    CatalogueFile details =
        CatalogueFile.parse("details: [{provider: openai, model: gpt-9, cache-read: 1}]");

    assertThatThrownBy(() -> ModelPriceRows.complete(catalogue.prices(), details))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("details of no row: gpt-9");
  }

  @Test
  void aMisspelledCellIsAMistake() {
    CatalogueFile list =
        CatalogueFile.parse(
            "as-of: 2026-10-21\ntext: [{provider: a, model: b, input: 1, output: 1, cache-raed: 1}]");

    assertThatThrownBy(() -> ModelPriceRows.read(list))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("an unknown cell cache-raed");
  }

  private Optional<ModelPrice> listed(ModelConfig model) {
    return catalogue.find(model.id());
  }
}
