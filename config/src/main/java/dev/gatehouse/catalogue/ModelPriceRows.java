package dev.gatehouse.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the rows of a price list. */
final class ModelPriceRows {
  private static final Set<String> KINDS =
      Set.of("cache-read", "cache-creation", "cache-creation-1h", "audio-input", "audio-output");
  private static final Set<String> DETAIL =
      with(KINDS, "provider", "model", "context-tokens", "source");
  private static final Set<String> LONG_INPUT = with(KINDS, "above", "input", "output");
  private static final Set<String> ROW =
      with(DETAIL, "input", "output", "tier", "use", "long-input", "as-of");

  private ModelPriceRows() {}

  /** The {@code text} rows: one model each, with all that is known of it. */
  static List<ModelPrice> read(CatalogueFile file) {
    LocalDate asOf = file.asOf("as-of");
    return file.rows("text").stream().map(row -> price(row, asOf)).toList();
  }

  /**
   * Other rows with what the {@code details} of this file add to them. What the rows say themselves
   * stays.
   *
   * @throws IllegalStateException if a detail belongs to no row
   */
  static List<ModelPrice> complete(List<ModelPrice> prices, CatalogueFile file) {
    List<CatalogueRow> details = file.rows("details");
    for (CatalogueRow detail : details) {
      detail.allow(DETAIL);
      if (prices.stream().noneMatch(price -> isOf(detail, price))) {
        throw new IllegalStateException("details of no row: " + detail.text("model"));
      }
    }
    return prices.stream()
        .map(
            price ->
                details.stream()
                    .filter(detail -> isOf(detail, price))
                    .findFirst()
                    .map(detail -> complete(price, detail))
                    .orElse(price))
        .toList();
  }

  private static boolean isOf(CatalogueRow detail, ModelPrice price) {
    return detail.text("provider").equals(price.providerName())
        && detail.text("model").equals(price.model());
  }

  private static ModelPrice complete(ModelPrice price, CatalogueRow detail) {
    return new ModelPrice(
        price.providerName(),
        price.model(),
        tokens(price.input(), price.output(), detail),
        price.longInput(),
        price.use(),
        contextTokens(detail),
        price.tier(),
        price.asOf());
  }

  private static ModelPrice price(CatalogueRow row, LocalDate asOf) {
    row.allow(ROW);
    TokenPrices tokens = tokens(row);
    return new ModelPrice(
        row.text("provider"),
        row.text("model"),
        tokens,
        row.optionalRow("long-input").map(ModelPriceRows::longInput),
        row.optionalText("use").map(ModelPriceRows::use).orElse(ModelPrice.Use.CHAT),
        contextTokens(row),
        row.optionalText("tier")
            .map(ModelPriceRows::tier)
            .orElseGet(() -> ModelPrice.Tier.of(tokens)),
        row.optionalText("as-of").map(LocalDate::parse).orElse(asOf));
  }

  private static ModelPrice.LongInput longInput(CatalogueRow row) {
    row.allow(LONG_INPUT);
    return new ModelPrice.LongInput(row.number("above").longValueExact(), tokens(row));
  }

  private static TokenPrices tokens(CatalogueRow row) {
    return tokens(row.number("input"), row.number("output"), row);
  }

  private static TokenPrices tokens(BigDecimal input, BigDecimal output, CatalogueRow kinds) {
    return new TokenPrices(
        input,
        output,
        kinds.optionalNumber("cache-read"),
        kinds.optionalNumber("cache-creation"),
        kinds.optionalNumber("cache-creation-1h"),
        kinds.optionalNumber("audio-input"),
        kinds.optionalNumber("audio-output"));
  }

  private static OptionalInt contextTokens(CatalogueRow row) {
    return row.optionalText("context-tokens").stream().mapToInt(Integer::parseInt).findFirst();
  }

  private static ModelPrice.Use use(String word) {
    return ModelPrice.Use.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static ModelPrice.Tier tier(String word) {
    return ModelPrice.Tier.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Set<String> with(Set<String> names, String... more) {
    return Stream.concat(names.stream(), Arrays.stream(more))
        .collect(Collectors.toUnmodifiableSet());
  }
}
