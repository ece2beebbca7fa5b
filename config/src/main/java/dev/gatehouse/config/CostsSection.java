package dev.gatehouse.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** {@code costs}: what local answers really cost. */
final class CostsSection {
  private CostsSection() {}

  static CostsConfig read(YamlMapping section) {
    UniqueNames ids = new UniqueNames();
    BigDecimal electricity =
        section
            .scalar("electricity-usd-per-kwh", ScalarTypes.AMOUNT)
            .orElse(CostsConfig.defaults().electricityPerKwh());
    List<CostsConfig.Hardware> hardware =
        section.list("hardware").stream()
            .map(entry -> hardware(entry.mapping(), ids))
            .flatMap(Optional::stream)
            .toList();
    section.rejectUnknownKeys();
    return new CostsConfig(electricity, hardware);
  }

  private static Optional<CostsConfig.Hardware> hardware(YamlMapping section, UniqueNames ids) {
    Optional<String> id = section.required("id", ScalarTypes.LABEL);
    id.ifPresent(given -> section.value("id").ifPresent(place -> ids.add(given, place)));
    Optional<BigDecimal> cost = section.required("cost-usd", ScalarTypes.AMOUNT);
    Optional<BigDecimal> years = section.required("life-years", ScalarTypes.ABOVE_ZERO);
    Optional<BigDecimal> idle = section.required("watts-idle", ScalarTypes.AMOUNT);
    Optional<BigDecimal> busy = section.required("watts-busy", ScalarTypes.AMOUNT);
    section.rejectUnknownKeys();
    if (id.isEmpty() || cost.isEmpty() || years.isEmpty() || idle.isEmpty() || busy.isEmpty()) {
      return Optional.empty();
    }
    if (busy.get().compareTo(idle.get()) < 0) {
      section
          .value("watts-busy")
          .ifPresent(value -> value.reject("at least watts-idle, " + idle.get(), "" + busy.get()));
      return Optional.empty();
    }
    return Optional.of(
        new CostsConfig.Hardware(id.get(), cost.get(), years.get(), idle.get(), busy.get()));
  }
}
