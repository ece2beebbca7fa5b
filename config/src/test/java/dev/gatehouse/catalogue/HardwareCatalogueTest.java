package dev.gatehouse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HardwareCatalogueTest {
  private static final HardwareModel RTX_4080 =
      new HardwareModel(
          "pc-rtx-4080-16gb",
          new BigDecimal("2000"),
          Map.of("llama-70b", new BigDecimal("40")),
          Optional.of(HardwareModel.Tier.RECOMMENDED));

  @Test
  void theGuidesMachinesAreBundled() {
    HardwareCatalogue catalogue = HardwareCatalogue.bundled();

    assertThat(catalogue.models()).hasSize(10);
    assertThat(catalogue.find("pc-rtx-4080-16gb")).contains(RTX_4080);
    assertThat(catalogue.find("any-modern-cpu"))
        .contains(
            new HardwareModel("any-modern-cpu", new BigDecimal("500"), Map.of(), Optional.empty()));
    assertThat(catalogue.find("pc-rtx-9999")).isEmpty();
  }

  @Test
  void twoMachinesOfOneIdAreRefused() {
    assertThatThrownBy(() -> new HardwareCatalogue(List.of(RTX_4080, RTX_4080)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
