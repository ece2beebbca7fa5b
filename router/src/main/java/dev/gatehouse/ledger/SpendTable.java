package dev.gatehouse.ledger;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A {@link SpendReport} as a plain text table. */
final class SpendTable {
  private static final List<String> COUNTS_AND_COSTS =
      List.of(
          "requests",
          "input tokens",
          "output tokens",
          "list cost",
          "effective cost",
          "reference cost",
          "savings",
          "not compared",
          "orphaned",
          "estimated",
          "running");
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_UP);
  private static final int CENTS = 2;

  private final SpendReport report;

  SpendTable(SpendReport report) {
    this.report = report;
  }

  String text() {
    List<List<String>> lines = lines();
    List<Integer> widths = widths(lines);
    String rule = "-".repeat(widths.stream().mapToInt(width -> width + 2).sum() - 2);
    List<String> text = new ArrayList<>();
    text.add("Spend since " + report.since() + " (UTC), in US dollars");
    text.add("");
    text.add(aligned(lines.getFirst(), widths));
    text.add(rule);
    lines.subList(1, lines.size() - 1).forEach(line -> text.add(aligned(line, widths)));
    text.add(rule);
    text.add(aligned(lines.getLast(), widths));
    text.addAll(notes(report.totals()));
    return text.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
  }

  /** US dollars with six significant digits, no exponent, and at least whole cents. */
  static String dollars(BigDecimal amount) {
    BigDecimal rounded = amount.round(SIX_DIGITS).stripTrailingZeros();
    return rounded.scale() < CENTS
        ? amount.setScale(CENTS, RoundingMode.HALF_UP).toPlainString()
        : rounded.toPlainString();
  }

  private List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(Stream.concat(labels().stream(), COUNTS_AND_COSTS.stream()).toList());
    report.rows().stream()
        .filter(_ -> !report.by().isEmpty())
        .forEach(row -> lines.add(line(groups(row.group()), row)));
    lines.add(line(totalLabels(), report.totals()));
    return lines;
  }

  private List<String> labels() {
    return report.by().isEmpty()
        ? List.of("")
        : report.by().stream().map(Dimension::label).toList();
  }

  private static List<String> groups(List<String> values) {
    return values.stream().map(value -> value.isEmpty() ? "(none)" : value).toList();
  }

  private List<String> totalLabels() {
    return IntStream.range(0, labels().size()).mapToObj(i -> i == 0 ? "total" : "").toList();
  }

  private static List<String> line(List<String> groups, Spend row) {
    Savings savings = row.savings();
    List<String> cells = new ArrayList<>(groups);
    cells.add(String.valueOf(row.requests()));
    cells.add(String.valueOf(row.inputTokens()));
    cells.add(String.valueOf(row.outputTokens()));
    cells.add(dollars(row.listCost()));
    cells.add(dollars(row.effectiveCost()));
    cells.add(dollars(savings.saved().map(_ -> savings.referenceCost())));
    cells.add(dollars(savings.saved()));
    cells.add(String.valueOf(savings.notCompared()));
    cells.add(String.valueOf(row.orphaned()));
    cells.add(String.valueOf(row.estimated()));
    cells.add(String.valueOf(row.running()));
    return cells;
  }

  private static String dollars(Optional<BigDecimal> amount) {
    return amount.map(SpendTable::dollars).orElse("-");
  }

  private static List<Integer> widths(List<List<String>> lines) {
    return IntStream.range(0, lines.getFirst().size())
        .map(column -> lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0))
        .boxed()
        .toList();
  }

  private String aligned(List<String> cells, List<Integer> widths) {
    int leftAligned = labels().size();
    return IntStream.range(0, cells.size())
        .mapToObj(
            column -> {
              String cell = cells.get(column);
              String padding = " ".repeat(widths.get(column) - cell.length());
              return column < leftAligned ? cell + padding : padding + cell;
            })
        .collect(Collectors.joining("  "));
  }

  private static List<String> notes(Spend totals) {
    Savings savings = totals.savings();
    List<String> notes = new ArrayList<>(List.of(""));
    if (savings.compared() > 0) {
      notes.add(
          "Savings: what local answers would have cost at "
              + String.join(", ", savings.referenceModels())
              + ", less their list cost.");
    }
    addCount(
        notes, "Not compared (local, no reference model; not in savings)", savings.notCompared());
    addCount(
        notes, "Orphaned (the gateway died first; charged at the estimate)", totals.orphaned());
    addCount(notes, "Estimated (the upstream gave no token counts)", totals.estimated());
    return notes.size() == 1 ? List.of() : notes;
  }

  private static void addCount(List<String> notes, String meaning, long count) {
    if (count > 0) {
      notes.add(meaning + ": " + count);
    }
  }
}
