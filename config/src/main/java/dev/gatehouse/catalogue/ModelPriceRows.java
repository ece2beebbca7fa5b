package dev.gatehouse.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Reads the {@code text} rows of a price list. */
final class ModelPriceRows {
  private ModelPriceRows() {}

  static List<ModelPrice> read(CatalogueFile file) {
    LocalDate asOf = file.asOf("as-of");
    return file.rows("text").stream().map(row -> price(row, asOf)).toList();
  }

  private static ModelPrice price(CatalogueRow row, LocalDate asOf) {
    return new ModelPrice(
        row.text("provider"),
        row.text("model"),
        row.number("input"),
        row.number("output"),
        row.optionalNumber("cache-read"),
        row.optionalNumber("cache-creation"),
        ModelPrice.Tier.valueOf(row.text("tier").toUpperCase(Locale.ROOT)),
        asOf);
  }
}
