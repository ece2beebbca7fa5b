package dev.gatehouse.catalogue;

import java.util.List;
import java.util.Optional;

/** The price list: immutable, loaded once. */
public final class PriceCatalogue {
  private final List<ModelPrice> prices;

  /**
   * @param prices no two with the same provider and model
   */
  public PriceCatalogue(List<ModelPrice> prices) {
    this.prices = List.copyOf(prices);
  }

  /** The list that comes with the gateway. */
  public static PriceCatalogue bundled() {
    return new PriceCatalogue(List.of());
  }

  /** Every row. */
  public List<ModelPrice> prices() {
    return prices;
  }

  /**
   * The price of a model under whatever spelling a provider uses: dated snapshots ({@code
   * gpt-4.1-mini-2025-04-14}), dots or dashes ({@code claude-opus-4-5}), vendor prefixes ({@code
   * google/gemini-3-pro}), letter case. A different model is never matched ({@code gpt-4.1-nano} is
   * not {@code gpt-4.1}).
   */
  public Optional<ModelPrice> find(String model) {
    return prices.stream().filter(price -> price.model().equals(model)).findFirst();
  }
}
