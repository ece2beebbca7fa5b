package dev.gatehouse.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The hardware list: immutable, loaded once, used by any thread. */
public final class HardwareCatalogue {
  private final List<HardwareModel> models;

  /**
   * @param models no two with the same id
   * @throws IllegalArgumentException if there are two
   */
  public HardwareCatalogue(List<HardwareModel> models) {
    this.models = List.copyOf(models);
    if (models.stream().map(HardwareModel::id).distinct().count() < models.size()) {
      throw new IllegalArgumentException("two machines with the same id");
    }
  }

  /** The list that comes with the gateway: the cost guide's machines of December 2025. */
  public static HardwareCatalogue bundled() {
    return new HardwareCatalogue(
        CatalogueFile.bundled("hardware.yaml").rows("hardware").stream()
            .map(HardwareCatalogue::model)
            .toList());
  }

  /** Every row, in the list's order. */
  public List<HardwareModel> models() {
    return models;
  }

  /** The machine of this id. */
  public Optional<HardwareModel> find(String id) {
    return models.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  private static HardwareModel model(CatalogueRow row) {
    return new HardwareModel(
        row.text("id"),
        row.number("cost"),
        row.numbers("tokens-per-second"),
        row.optionalText("tier").map(HardwareCatalogue::tier));
  }

  private static HardwareModel.Tier tier(String word) {
    return HardwareModel.Tier.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
