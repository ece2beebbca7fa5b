package dev.gatehouse.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes the bundled lists from the cost guide's tables. Run through {@code
 * config/generate-catalogue}.
 */
final class CatalogueGenerator {
  private static final String HEADER =
      "# Written by config/generate-catalogue from the cost guide's tables; do not edit by hand.\n";

  private CatalogueGenerator() {}

  /**
   * Writes both lists.
   *
   * @param arguments the guide's folder and the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    Path guide = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Files.writeString(target.resolve("prices.yaml"), prices(guide));
    Files.writeString(target.resolve("hardware.yaml"), hardware(guide));
  }

  /** The text of {@code prices.yaml}: cloud text models only, local ones have no list price. */
  static String prices(Path guide) throws IOException {
    CatalogueFile source = CatalogueFile.parse(Files.readString(guide.resolve("prices.yaml")));
    return source.rows("text").stream()
        .filter(row -> !row.text("provider").equals("local"))
        .map(CatalogueGenerator::price)
        .collect(
            Collectors.joining(
                "\n",
                HEADER
                    + "# List prices in US dollars per million tokens, valid on the day as-of.\n"
                    + "as-of: "
                    + source.asOf("as_of")
                    + "\ntext:\n",
                "\n"));
  }

  /** The text of {@code hardware.yaml}. */
  static String hardware(Path guide) throws IOException {
    String table = Files.readString(guide.resolve("hardware.yaml")).replaceAll("(?m)^", "  ");
    return CatalogueFile.parse("hardware:\n" + table).rows("hardware").stream()
        .map(CatalogueGenerator::machine)
        .collect(
            Collectors.joining(
                "\n",
                HEADER
                    + "# Cost in US dollars; output tokens per second by class of model.\nhardware:\n",
                "\n"));
  }

  private static String price(CatalogueRow row) {
    return "  - {provider: %s, model: %s, input: %s, output: %s, tier: %s}"
        .formatted(
            row.text("provider"),
            row.text("model"),
            row.text("input"),
            row.text("output"),
            row.text("tier"));
  }

  private static String machine(CatalogueRow row) {
    String speeds =
        row.numbers("tokens_per_s").entrySet().stream()
            .map(speed -> speed.getKey() + ": " + speed.getValue())
            .collect(Collectors.joining(", "));
    return "  - {id: %s, cost: %s%s%s}"
        .formatted(
            row.text("id"),
            row.text("cost"),
            speeds.isEmpty() ? "" : ", tokens-per-second: {" + speeds + "}",
            row.optionalText("tier").map(", tier: "::concat).orElse(""));
  }
}
