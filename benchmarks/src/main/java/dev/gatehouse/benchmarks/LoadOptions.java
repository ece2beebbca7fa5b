package dev.gatehouse.benchmarks;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long and how hard to load. */
final class LoadOptions {
  private static final int MOST_CONNECTIONS = 256;
  private static final int MOST_SECONDS = 600;
  private static final int MOST_ROUNDS = 100;
  private static final int MOST_FIRST_CHUNKS = 10_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  private List<Integer> connections = List.of(1, 32);
  private int seconds = 8;
  private int warmUpSeconds = 10;
  private int rounds = 3;
  private int firstChunks = 50;

  @Option(
      names = "--scenarios",
      split = ",",
      paramLabel = "NAME",
      description = "plain, streamed, paced. Default all.")
  private List<Scenario> scenarios = List.of(Scenario.values());

  @Option(
      names = "--connections",
      split = ",",
      paramLabel = "N",
      description = "Connections at once, 1 to 256. Default 1,32.")
  void connections(List<Integer> given) {
    given.forEach(each -> within("--connections", each, MOST_CONNECTIONS));
    connections = List.copyOf(given);
  }

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Length of one measurement, 1 to 600. Default 8.")
  void seconds(int given) {
    seconds = within("--seconds", given, MOST_SECONDS);
  }

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Seconds of load on the gateway before each scenario, 1 to 600. Default 10.")
  void warmUp(int given) {
    warmUpSeconds = within("--warm-up", given, MOST_SECONDS);
  }

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Measurements of each, in turn, 1 to 100. Default 3.")
  void rounds(int given) {
    rounds = within("--rounds", given, MOST_ROUNDS);
  }

  @Option(
      names = "--first-chunks",
      paramLabel = "N",
      description = "Answers whose first chunk is timed, 1 to 10000. Default 50.")
  void firstChunks(int given) {
    firstChunks = within("--first-chunks", given, MOST_FIRST_CHUNKS);
  }

  private int within(String option, int given, int most) {
    if (given < 1 || given > most) {
      throw new ParameterException(
          command.commandLine(), option + ": expected 1 to " + most + ", found " + given);
    }
    return given;
  }

  List<Scenario> scenarios() {
    return scenarios;
  }

  List<Integer> connections() {
    return connections;
  }

  int seconds() {
    return seconds;
  }

  int warmUpSeconds() {
    return warmUpSeconds;
  }

  int rounds() {
    return rounds;
  }

  int firstChunks() {
    return firstChunks;
  }
}
