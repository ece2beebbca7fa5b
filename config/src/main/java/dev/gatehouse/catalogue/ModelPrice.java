package dev.gatehouse.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

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
    if (input.signum() < 0 || output.signum() < 0) {
      throw new IllegalArgumentException(model + ": a price must not be negative");
    }
  }

  /** The cost guide's three classes of cloud models. */
  public enum Tier {
    BUDGET,
    MID,
    PREMIUM
  }
}
