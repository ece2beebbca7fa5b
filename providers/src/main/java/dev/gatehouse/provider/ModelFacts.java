package dev.gatehouse.provider;

import dev.gatehouse.catalogue.ModelPrice;
import dev.gatehouse.catalogue.PriceCatalogue;
import dev.gatehouse.catalogue.TokenPrices;
import dev.gatehouse.config.Capability;
import dev.gatehouse.config.Locality;
import dev.gatehouse.config.ModelConfig;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an upstream tells of one of its models, before price list and operator have their say.
 *
 * @param quality 0 to 1, where the model itself lets us guess it
 */
public record ModelFacts(
    String id,
    Locality locality,
    Set<Capability> capabilities,
    OptionalInt contextTokens,
    OptionalDouble quality,
    Model.Details details) {

  public ModelFacts {
    capabilities = Set.copyOf(capabilities);
  }

  /** A cloud model of which the upstream tells no more than its name and limits. */
  public static ModelFacts cloud(
      String id, Set<Capability> capabilities, OptionalInt contextTokens) {
    return new ModelFacts(
        id,
        Locality.CLOUD,
        capabilities,
        contextTokens,
        OptionalDouble.empty(),
        Model.Details.UNKNOWN);
  }

  /** The same model, running there. */
  public ModelFacts at(Locality other) {
    return new ModelFacts(id, other, capabilities, contextTokens, quality, details);
  }

  /**
   * The model as offered: the operator's word over the upstream's over the price list's.
   *
   * @param said the operator's entry for this model; {@link ModelConfig#of} where there is none
   */
  public Model offer(String providerName, ModelConfig said, PriceCatalogue prices) {
    Optional<ModelPrice> listed = locality == Locality.CLOUD ? prices.find(id) : Optional.empty();
    return new Model(
        providerName,
        id,
        locality,
        capabilities(said, listed),
        contextTokens(said, listed),
        price(providerName, said, listed),
        said.quality().isPresent() ? said.quality() : quality(listed),
        details);
  }

  /** A model that the list knows to make vectors cannot answer, whatever its wire could carry. */
  private Set<Capability> capabilities(ModelConfig said, Optional<ModelPrice> listed) {
    Set<Capability> usual = said.capabilities().isEmpty() ? capabilities : stated(said);
    if (listed.isEmpty() || listed.get().use() != ModelPrice.Use.EMBEDDING) {
      return usual;
    }
    return usual.contains(Capability.VERBATIM_FIELDS)
        ? Set.of(Capability.EMBEDDINGS, Capability.VERBATIM_FIELDS)
        : Set.of(Capability.EMBEDDINGS);
  }

  /** A relay carries every field, whatever the operator says that the model makes of it. */
  private Set<Capability> stated(ModelConfig said) {
    Set<Capability> stated = new HashSet<>(said.capabilities());
    if (capabilities.contains(Capability.VERBATIM_FIELDS)) {
      stated.add(Capability.VERBATIM_FIELDS);
    }
    return stated;
  }

  private OptionalInt contextTokens(ModelConfig said, Optional<ModelPrice> listed) {
    if (said.contextTokens().isPresent()) {
      return said.contextTokens();
    }
    return contextTokens.isPresent() || listed.isEmpty()
        ? contextTokens
        : listed.get().contextTokens();
  }

  private OptionalDouble quality(Optional<ModelPrice> listed) {
    return quality.isPresent() || listed.isEmpty()
        ? quality
        : OptionalDouble.of(listed.get().quality());
  }

  private static Optional<ModelPrice> price(
      String providerName, ModelConfig said, Optional<ModelPrice> listed) {
    Optional<BigDecimal> input = said.inputPrice().or(() -> listed.map(ModelPrice::input));
    Optional<BigDecimal> output = said.outputPrice().or(() -> listed.map(ModelPrice::output));
    if (said.inputPrice().isEmpty() && said.outputPrice().isEmpty()) {
      return listed;
    }
    if (input.isEmpty() || output.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ModelPrice.of(
            providerName,
            said.id(),
            TokenPrices.of(input.get(), output.get()),
            listed.map(ModelPrice::tier).orElse(ModelPrice.Tier.MID),
            listed.map(ModelPrice::asOf).orElse(LocalDate.EPOCH)));
  }
}
