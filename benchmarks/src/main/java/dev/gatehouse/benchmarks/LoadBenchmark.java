package dev.gatehouse.benchmarks;

import dev.gatehouse.benchmarks.Comparison.Round;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Loads nginx and the gateway in turn before one scripted upstream, and prints the gateway's
 * numbers as ratios to nginx's.
 */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    description = "Compares the gateway with nginx proxy_pass.")
public final class LoadBenchmark implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private LoadOptions options = new LoadOptions();

  @Option(names = "--home", required = true, paramLabel = "DIR", description = "The checkout.")
  private Path home = Path.of(".");

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Keep a flight recording of the gateway; it costs some speed.")
  private @Nullable Path recording;

  /** Exits with 0 if it measured, 1 if it could not, 2 if it was asked wrongly. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new LoadBenchmark())
            .setExecutionExceptionHandler(LoadBenchmark::explain)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult asked)
      throws Exception {
    if (failure instanceof BenchmarkException) {
      command.getErr().println("benchmarks: " + failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = Workspace.open()) {
      Stage stage = Stage.open(workspace, home, Optional.ofNullable(recording));
      run(stage, new Wrk(workspace), spec.commandLine().getOut());
    }
    return CommandLine.ExitCode.OK;
  }

  private void run(Stage stage, Wrk wrk, PrintWriter out) {
    List<Comparison> comparisons = new ArrayList<>();
    for (Scenario scenario : options.scenarios()) {
      warmUp(stage, wrk, scenario, out);
      for (int connections : options.connections()) {
        say(out, scenario.provider() + ", connections " + connections + ": measuring");
        comparisons.add(compare(stage, wrk, scenario, connections));
      }
    }
    out.println();
    out.println(Report.ratios(comparisons));
    out.println(Report.numbers(comparisons));
    if (options.scenarios().contains(Scenario.PACED)) {
      out.println(timeToFirstChunk(stage));
    }
    out.flush();
  }

  private void warmUp(Stage stage, Wrk wrk, Scenario scenario, PrintWriter out) {
    say(out, scenario.provider() + ": warming up");
    int most = options.connections().stream().max(Integer::compare).orElse(1);
    wrk.measure(stage.nginx(), scenario, most, 1);
    wrk.measure(stage.gateway(), scenario, most, options.warmUpSeconds());
  }

  private static void say(PrintWriter out, String what) {
    out.println(what + " ...");
    out.flush();
  }

  private Comparison compare(Stage stage, Wrk wrk, Scenario scenario, int connections) {
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < options.rounds(); i++) {
      rounds.add(
          new Round(
              wrk.measure(stage.nginx(), scenario, connections, options.seconds()),
              wrk.measure(stage.gateway(), scenario, connections, options.seconds())));
    }
    return new Comparison(scenario, connections, rounds);
  }

  private String timeToFirstChunk(Stage stage) {
    List<Double> nginx = new ArrayList<>();
    List<Double> gateway = new ArrayList<>();
    try (FirstChunk ofNginx = new FirstChunk(stage.nginx(), Scenario.PACED);
        FirstChunk ofGateway = new FirstChunk(stage.gateway(), Scenario.PACED)) {
      for (int i = 0; i < options.firstChunks(); i++) {
        nginx.add(millis(ofNginx.once()));
        gateway.add(millis(ofGateway.once()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "time to first chunk, paced, 1 connection, median of %d: nginx %s ms, gatehouse %s ms"
        .formatted(
            options.firstChunks(),
            Report.number(Median.of(nginx)),
            Report.number(Median.of(gateway)));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
