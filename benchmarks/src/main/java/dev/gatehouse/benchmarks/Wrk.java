package dev.gatehouse.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The load generator: wrk, one thread, each connection sending its next request on an answer. */
final class Wrk {
  private static final Pattern RESULT =
      Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
  private static final long NANOS_PER_MICRO = 1_000;

  private final Workspace workspace;
  private final Path script;

  Wrk(Workspace workspace) {
    this.workspace = workspace;
    this.script = workspace.write("request.lua", Resources.text("request.lua"));
  }

  /**
   * Loads a target for so many seconds.
   *
   * @throws BenchmarkException if any request failed, or none was answered
   */
  Sample measure(Target target, Scenario scenario, int connections, int seconds) {
    Duration before = target.process().cpu();
    String printed = load(target, scenario, connections, seconds);
    return read(printed, target.process().cpu().minus(before));
  }

  private String load(Target target, Scenario scenario, int connections, int seconds) {
    Path body = workspace.write(scenario.provider() + ".json", scenario.requestBody());
    ProcessBuilder wrk =
        new ProcessBuilder(
            "wrk",
            "-t1",
            "-c" + connections,
            "-d" + seconds + "s",
            "--timeout",
            "10s",
            "-s",
            script.toString(),
            target.url(scenario),
            "--",
            body.toString());
    return workspace.start(wrk).output().lines().collect(Collectors.joining("\n"));
  }

  /** Reads what the script printed. */
  static Sample read(String printed, Duration cpu) {
    Matcher result = RESULT.matcher(printed);
    if (!result.find()) {
      throw new BenchmarkException("wrk gave no result: " + printed);
    }
    if (!result.group(3).equals("0") || result.group(1).equals("0")) {
      throw new BenchmarkException(
          result.group(3) + " requests failed, " + result.group(1) + " were answered");
    }
    return new Sample(
        Long.parseLong(result.group(1)),
        micros(result.group(2)),
        micros(result.group(4)),
        micros(result.group(5)),
        cpu);
  }

  private static Duration micros(String number) {
    return Duration.ofNanos(Math.multiplyExact(Long.parseLong(number), NANOS_PER_MICRO));
  }
}
