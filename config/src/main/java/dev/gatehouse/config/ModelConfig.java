package dev.gatehouse.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the operator says of one model of a provider; what is left out comes from the provider or
 * the catalogue.
 *
 * @param id the provider's own name of the model
 * @param capabilities empty means "as the kind of provider suggests"
 * @param contextTokens longest prompt and answer together, in tokens
 * @param inputPrice US dollars per million input tokens
 * @param outputPrice US dollars per million output tokens
 * @param quality how much can be asked of it, 0 (nothing) to 1 (anything); a finite number
 */
public record ModelConfig(
    String id,
    Set<Capability> capabilities,
    OptionalInt contextTokens,
    Optional<BigDecimal> inputPrice,
    Optional<BigDecimal> outputPrice,
    OptionalDouble quality) {

  public ModelConfig {
    capabilities = Set.copyOf(capabilities);
    if (id.isBlank() || contextTokens.orElse(1) < 1) {
      throw new IllegalArgumentException("not a model: " + id);
    }
    if (isNegative(inputPrice) || isNegative(outputPrice)) {
      throw new IllegalArgumentException(id + ": a price must not be negative");
    }
    if (quality.orElse(0) < 0 || quality.orElse(1) > 1) {
      throw new IllegalArgumentException(id + ": quality must be from 0 to 1");
    }
  }

  /** A model of which only the name is known. */
  public static ModelConfig of(String id) {
    return new ModelConfig(
        id,
        Set.of(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty());
  }

  private static boolean isNegative(Optional<BigDecimal> price) {
    return price.isPresent() && price.get().signum() < 0;
  }

  /** The same model with other capabilities. */
  public ModelConfig withCapabilities(Set<Capability> others) {
    return new ModelConfig(id, others, contextTokens, inputPrice, outputPrice, quality);
  }
}
