package dev.gatehouse.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The price list: immutable, loaded once, used by any thread. Some of its rows are what local
 * answers are compared with; the others are there to be found.
 */
public final class PriceCatalogue {
  private final List<ModelPrice> prices;
  private final List<ModelPrice> others;
  private final Map<String, List<ModelPrice>> byName;

  /**
   * @param prices no two with the same provider and model, however they are spelled
   * @throws IllegalArgumentException if there are two
   */
  public PriceCatalogue(List<ModelPrice> prices) {
    this(prices, List.of());
  }

  private PriceCatalogue(List<ModelPrice> prices, List<ModelPrice> others) {
    this.prices = List.copyOf(prices);
    this.others = List.copyOf(others);
    this.byName =
        Stream.concat(prices.stream(), others.stream())
            .collect(Collectors.groupingBy(price -> ModelSpelling.of(price.model()).exact()));
    byName.values().forEach(PriceCatalogue::checkProvidersDiffer);
  }

  /**
   * The list that comes with the gateway: the cost guide's text models of December 2025, and models
   * that the guide does not have.
   */
  public static PriceCatalogue bundled() {
    CatalogueFile extra = CatalogueFile.bundled("models-extra.yaml");
    List<ModelPrice> guide = ModelPriceRows.read(CatalogueFile.bundled("prices.yaml"));
    return new PriceCatalogue(ModelPriceRows.complete(guide, extra), ModelPriceRows.read(extra));
  }

  /** The rows that local answers are compared with, in the list's order: the guide's. */
  public List<ModelPrice> prices() {
    return prices;
  }

  /**
   * The price of a model under whatever spelling a provider uses: dated snapshots ({@code
   * gpt-4.1-mini-2025-04-14}), dots or dashes ({@code claude-opus-4-5}), vendor prefixes ({@code
   * google/gemini-3-pro}, {@code models/gemini-3-pro}), letter case. A different model is never
   * matched ({@code gpt-4.1-nano} is not {@code gpt-4.1}), nor is one that carries another vendor's
   * name. A snapshot with a row of its own has that row's price.
   */
  public Optional<ModelPrice> find(String model) {
    ModelSpelling spelling = ModelSpelling.of(model);
    return find(spelling.exact(), spelling).or(() -> find(spelling.name(), spelling));
  }

  private Optional<ModelPrice> find(String name, ModelSpelling spelling) {
    return byName.getOrDefault(name, List.of()).stream()
        .filter(price -> spelling.mayBeFrom(price.providerName()))
        .findFirst();
  }

  /** The row of {@link #prices} that costs most for as many tokens out as in; empty if none is. */
  public Optional<ModelPrice> dearest() {
    return dearest(prices.stream());
  }

  /**
   * The row of the whole list that costs most for as many tokens out as in: the ceiling for models
   * whose price nobody stated. Empty if the list is.
   */
  public Optional<ModelPrice> ceiling() {
    return dearest(Stream.concat(prices.stream(), others.stream()));
  }

  private static Optional<ModelPrice> dearest(Stream<ModelPrice> some) {
    return some.max(Comparator.comparing(price -> price.input().add(price.output())));
  }

  private static void checkProvidersDiffer(List<ModelPrice> sameName) {
    if (sameName.stream().map(ModelPrice::providerName).distinct().count() < sameName.size()) {
      throw new IllegalArgumentException("two prices for " + sameName.getFirst().model());
    }
  }
}
