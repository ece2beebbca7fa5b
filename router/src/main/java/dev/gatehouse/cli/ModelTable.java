package dev.gatehouse.cli;

import dev.gatehouse.catalogue.ModelPrice;
import dev.gatehouse.config.Locality;
import dev.gatehouse.gateway.Providers;
import dev.gatehouse.provider.Model;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Providers and their models as lines of a table. */
final class ModelTable {
  private static final int MOST_UNPRICED = 3;

  private final Providers providers;
  private final List<List<String>> rows = new ArrayList<>();

  ModelTable(Providers providers) {
    this.providers = providers;
    rows.add(List.of("PROVIDER", "MODEL", "WHERE", "CONTEXT", "USD PER MILLION TOKENS"));
    providers.entries().forEach(this::add);
  }

  private void add(Providers.Entry entry) {
    List<Model> models = entry.provider().models();
    String name = entry.config().name();
    Optional<String> problem = providers.problem(name);
    if (models.isEmpty() || problem.isPresent()) {
      String where = word(entry.config().locality());
      rows.add(List.of(name, "-", where, "-", problem.orElse("no model")));
    }
    List<Model> unpriced = models.stream().filter(ModelTable::isUnpriced).toList();
    models.stream().filter(model -> !isUnpriced(model)).forEach(model -> rows.add(row(model)));
    unpriced.stream().limit(MOST_UNPRICED).forEach(model -> rows.add(row(model)));
    if (unpriced.size() > MOST_UNPRICED) {
      rows.add(
          List.of(
              name,
              "and " + (unpriced.size() - MOST_UNPRICED) + " more",
              "",
              "",
              "without a price, not used"));
    }
  }

  private static boolean isUnpriced(Model model) {
    return model.locality() == Locality.CLOUD && model.price().isEmpty();
  }

  private static List<String> row(Model model) {
    String context =
        model.contextTokens().isPresent() ? String.valueOf(model.contextTokens().getAsInt()) : "?";
    return List.of(model.providerName(), model.id(), word(model.locality()), context, price(model));
  }

  private static String price(Model model) {
    Optional<ModelPrice> price = model.price();
    return price
        .map(
            each ->
                each.input().toPlainString()
                    + " in, "
                    + each.output().toPlainString()
                    + " out "
                    + dated(each))
        .orElse(model.locality() == Locality.LOCAL ? "none" : "no price, not used");
  }

  private static String dated(ModelPrice price) {
    return price.asOf().equals(LocalDate.EPOCH) ? "(configured)" : "(" + price.asOf() + ")";
  }

  private static String word(Locality locality) {
    return locality.name().toLowerCase(Locale.ROOT);
  }

  /** The table, a line a row. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      for (int column = 0; column < row.size(); column++) {
        line.append(pad(row.get(column), width(column)));
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0) + 2;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
