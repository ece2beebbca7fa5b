package dev.gatehouse.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The list price of one text model.
 *
 * @param providerName the catalogue's provider: openai, anthropic, google, zhipu, minimax
 * @param model canonical model name in the catalogue, as in {@code gpt-4.1-mini}
 * @param input US dollars per million input tokens
 * @param output US dollars per million output tokens
 * @param cacheRead US dollars per million cached input tokens; empty means no discount is known
 * @param cacheCreation US dollars per million input tokens written to the cache; empty means the
 *     input price
 * @param tier how much the model can be asked
 * @param asOf the day the price was valid
 */
public record ModelPrice(
    String providerName,
    String model,
    BigDecimal input,
    BigDecimal output,
    Optional<BigDecimal> cacheRead,
    Optional<BigDecimal> cacheCreation,
    Tier tier,
    LocalDate asOf) {

  public ModelPrice {
    if (Stream.of(Optional.of(input), Optional.of(output), cacheRead, cacheCreation)
        .flatMap(Optional::stream)
        .anyMatch(ModelPrice::isNegative)) {
      throw new IllegalArgumentException(model + ": a price must not be negative");
    }
  }

  private static boolean isNegative(BigDecimal price) {
    return price.signum() < 0;
  }

  /**
   * The cost guide's three classes of cloud models.
   *
   * <p>The guide ranks them by price and by use; it gives no measure of quality. {@link #quality}
   * is our own estimate, to be replaced by what the operator states for a model.
   */
  public enum Tier {
    /** High volume and simple tasks. */
    BUDGET(0.60),
    /** General use. */
    MID(0.75),
    /** The hardest tasks. */
    PREMIUM(0.95);

    private final double quality;

    Tier(double quality) {
      this.quality = quality;
    }

    /** How much can be asked of a model of this tier, 0 (nothing) to 1 (anything); our estimate. */
    public double quality() {
      return quality;
    }
  }
}
