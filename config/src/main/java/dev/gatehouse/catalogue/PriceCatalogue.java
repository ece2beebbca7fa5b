package dev.gatehouse.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The price list: immutable, loaded once, used by any thread. */
public final class PriceCatalogue {
  private final List<ModelPrice> prices;
  private final Map<String, List<ModelPrice>> byName;

  /**
   * @param prices no two with the same provider and model, however they are spelled
   * @throws IllegalArgumentException if there are two
   */
  public PriceCatalogue(List<ModelPrice> prices) {
    this.prices = List.copyOf(prices);
    this.byName =
        prices.stream()
            .collect(Collectors.groupingBy(price -> ModelSpelling.of(price.model()).name()));
    byName.values().forEach(PriceCatalogue::checkProvidersDiffer);
  }

  /** The list that comes with the gateway: the cost guide's text models of December 2025. */
  public static PriceCatalogue bundled() {
    return new PriceCatalogue(ModelPriceRows.read(CatalogueFile.bundled("prices.yaml")));
  }

  /** Every row, in the list's order. */
  public List<ModelPrice> prices() {
    return prices;
  }

  /**
   * The price of a model under whatever spelling a provider uses: dated snapshots ({@code
   * gpt-4.1-mini-2025-04-14}), dots or dashes ({@code claude-opus-4-5}), vendor prefixes ({@code
   * google/gemini-3-pro}, {@code models/gemini-3-pro}), letter case. A different model is never
   * matched ({@code gpt-4.1-nano} is not {@code gpt-4.1}), nor is one that carries another vendor's
   * name.
   */
  public Optional<ModelPrice> find(String model) {
    ModelSpelling spelling = ModelSpelling.of(model);
    return byName.getOrDefault(spelling.name(), List.of()).stream()
        .filter(price -> spelling.mayBeFrom(price.providerName()))
        .findFirst();
  }

  /**
   * The row that costs most for as many tokens out as in: the ceiling for models whose price nobody
   * stated. Empty if the list is.
   */
  public Optional<ModelPrice> dearest() {
    return prices.stream()
        .max(Comparator.comparing((ModelPrice price) -> price.input().add(price.output())));
  }

  private static void checkProvidersDiffer(List<ModelPrice> sameName) {
    if (sameName.stream().map(ModelPrice::providerName).distinct().count() < sameName.size()) {
      throw new IllegalArgumentException("two prices for " + sameName.getFirst().model());
    }
  }
}
