package dev.gatehouse.cli;

import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.ledger.Dimension;
import dev.gatehouse.ledger.Ledger;
import dev.gatehouse.ledger.Ledgers;
import dev.gatehouse.ledger.SpendReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Spend, tokens and savings from the ledger. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Spend, tokens and savings from the ledger.")
final class ReportCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--since",
      paramLabel = "AGE",
      defaultValue = "30d",
      description = "How far back: 12h, 30d, 8w. Default 30d.")
  private String since = "30d";

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "model",
      description =
          "One or more of model, provider, key, day, locality, with commas. Default model.")
  private String by = "model";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    GatehouseConfig config = common.load();
    PrintWriter out = spec.commandLine().getOut();
    try (Ledger ledger = Ledgers.open(config.ledger(), config.dataDirectory())) {
      SpendReport report =
          SpendReport.of(ledger, Instant.now().minus(age(since)), Dimension.parseList(by));
      out.println(json ? report.toJson() : report.toText().stripTrailing());
      out.flush();
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }

  private static Duration age(String text) {
    if (!text.matches("[1-9]\\d{0,5}[hdw]")) {
      throw new CommandException(
          "--since: expected a number with h, d or w, as in 30d, got " + text);
    }
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'h' -> Duration.ofHours(number);
      case 'w' -> Duration.ofDays(number * 7);
      default -> Duration.ofDays(number);
    };
  }
}
