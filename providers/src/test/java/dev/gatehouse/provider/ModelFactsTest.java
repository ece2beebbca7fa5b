package dev.gatehouse.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.catalogue.ModelPrice;
import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.ModelConfig;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ModelFactsTest {
  private static final PriceCatalogue PRICES = PriceCatalogue.bundled();

  @Test
  void aModelThatTheListKnowsToMakeVectorsIsNotOfferedForAnythingElse() {
    Model model =
        offer("text-embedding-3-small", EnumSet.of(Capability.TOOLS), OptionalInt.empty());

    assertThat(model.capabilities()).containsExactly(Capability.EMBEDDINGS);
  }

  @Test
  void aRelayOfVectorsStillCarriesEveryField() {
    Model model =
        offer(
            "text-embedding-3-small",
            EnumSet.of(Capability.TOOLS, Capability.VERBATIM_FIELDS),
            OptionalInt.empty());

    assertThat(model.capabilities())
        .containsExactlyInAnyOrder(Capability.EMBEDDINGS, Capability.VERBATIM_FIELDS);
  }

  @Test
  void theListTellsHowMuchAModelReadsWhereTheUpstreamDoesNot() {
    Set<Capability> none = Set.of();

    assertThat(offer("gpt-4o-mini", none, OptionalInt.empty()).contextTokens()).hasValue(128_000);
    assertThat(offer("gpt-4o-mini", none, OptionalInt.of(64_000)).contextTokens()).hasValue(64_000);
    assertThat(offer("gpt-99", none, OptionalInt.empty()).contextTokens()).isEmpty();
  }

  @Test
  void aModelForSoundIsNothingThatTextShouldBeSentTo() {
    Set<Capability> audio = EnumSet.of(Capability.AUDIO);

    assertThat(offer("gpt-audio", audio, OptionalInt.empty()).quality()).hasValue(0);
    assertThat(offer("gpt-4o", audio, OptionalInt.empty()).quality()).hasValue(0.95);
  }

  @Test
  void theOperatorsPriceStandsAlone() {
    ModelConfig said =
        new ModelConfig(
            "gpt-4o",
            Set.of(),
            OptionalInt.empty(),
            Optional.of(BigDecimal.ONE),
            Optional.empty(),
            OptionalDouble.empty());

    ModelPrice price =
        ModelFacts.cloud("gpt-4o", Set.of(), OptionalInt.empty())
            .offer("openai", said, PRICES)
            .price()
            .orElseThrow();

    assertThat(price.input()).isEqualByComparingTo("1");
    assertThat(price.output()).isEqualByComparingTo("10");
    assertThat(price.tokens().cacheRead()).as("a discount of another price").isEmpty();
  }

  private static Model offer(String id, Set<Capability> capabilities, OptionalInt contextTokens) {
    return ModelFacts.cloud(id, capabilities, contextTokens)
        .offer("openai", ModelConfig.of(id), PRICES);
  }
}
