package dev.gatehouse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The bundled lists against the guide they were made from, where it lies beside the repository. */
final class BundledListsTest {

  @Test
  void everyPriceIsTheGuides() throws IOException {
    Path guide = guide();
    CatalogueFile source = CatalogueFile.parse(Files.readString(guide.resolve("prices.yaml")));
    List<CatalogueRow> cloud =
        source.rows("text").stream().filter(row -> !row.text("provider").equals("local")).toList();

    List<ModelPrice> bundled = PriceCatalogue.bundled().prices();

    assertThat(bundled)
        .extracting(
            ModelPrice::providerName,
            ModelPrice::model,
            ModelPrice::input,
            ModelPrice::output,
            ModelPrice::tier,
            ModelPrice::asOf)
        .containsExactlyElementsOf(
            cloud.stream()
                .map(
                    row ->
                        tuple(
                            row.text("provider"),
                            row.text("model"),
                            row.number("input"),
                            row.number("output"),
                            ModelPrice.Tier.valueOf(row.text("tier").toUpperCase(Locale.ROOT)),
                            source.asOf("as_of")))
                .toList());
  }

  @Test
  void everyMachineIsTheGuides() throws IOException {
    String table = Files.readString(guide().resolve("hardware.yaml")).replaceAll("(?m)^", "  ");
    List<CatalogueRow> machines = CatalogueFile.parse("hardware:\n" + table).rows("hardware");

    List<HardwareModel> bundled = HardwareCatalogue.bundled().models();

    assertThat(bundled)
        .extracting(HardwareModel::id, HardwareModel::cost, HardwareModel::tokensPerSecond)
        .containsExactlyElementsOf(
            machines.stream()
                .map(row -> tuple(row.text("id"), row.number("cost"), row.numbers("tokens_per_s")))
                .toList());
    assertThat(bundled)
        .extracting(model -> model.tier().map(tier -> tier.name().toLowerCase(Locale.ROOT)))
        .containsExactlyElementsOf(
            machines.stream()
                .map(row -> row.optionalText("tier").map(tier -> tier.replace('-', '_')))
                .toList());
  }

  @Test
  void theListsAreWhatTheGeneratorWrites() throws IOException {
    Path guide = guide();
    Path resources = root().resolve("config/src/main/resources/dev/gatehouse/catalogue");

    Map<String, String> generated =
        Map.of(
            "prices.yaml", CatalogueGenerator.prices(guide),
            "hardware.yaml", CatalogueGenerator.hardware(guide));

    for (Map.Entry<String, String> file : generated.entrySet()) {
      assertThat(resources.resolve(file.getKey())).hasContent(file.getValue());
    }
  }

  private static Path guide() {
    Path guide = root().resolve("../shared/guide").normalize();
    assumeTrue(Files.isDirectory(guide), "the cost guide does not lie beside the repository");
    return guide;
  }

  /** The folder of the parent pom: the nearest one upwards that holds the modules. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("router"))) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }
}
