package dev.gatehouse.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts results into Markdown tables, ratios first. */
final class Report {
  private Report() {}

  /** The gateway's numbers by nginx's. */
  static String ratios(List<Comparison> all) {
    return header("gatehouse / nginx")
        + all.stream()
            .map(each -> row(title(each), each::ratio))
            .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The numbers themselves. */
  static String numbers(List<Comparison> all) {
    return header("medians")
        + all.stream()
            .flatMap(
                each ->
                    Stream.of(
                        row(title(each) + ", nginx", each::nginx),
                        row(title(each) + ", gatehouse", each::gateway)))
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String title(Comparison each) {
    String connections = each.connections() == 1 ? " connection" : " connections";
    return each.scenario().provider() + ", " + each.connections() + connections;
  }

  private static String header(String first) {
    return line(first, Stream.of(Metric.values()).map(Metric::title))
        + "\n"
        + line("---", Stream.of(Metric.values()).map(_ -> "---:"))
        + "\n";
  }

  private static String row(String title, ToDoubleFunction<Metric> value) {
    return line(
        title, Stream.of(Metric.values()).map(metric -> number(value.applyAsDouble(metric))));
  }

  private static String line(String first, Stream<String> rest) {
    return Stream.concat(Stream.of(first), rest).collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Three significant digits, or all before the point. */
  static String number(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
