package dev.gatehouse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class LoadOptionsTest {

  @Test
  void everythingHasADefault() {
    LoadOptions options = parse();

    assertThat(options.scenarios()).containsExactly(Scenario.values());
    assertThat(options.connections()).containsExactly(1, 32);
    assertThat(options.seconds()).isEqualTo(8);
    assertThat(options.warmUpSeconds()).isEqualTo(10);
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.firstChunks()).isEqualTo(50);
  }

  @Test
  void everythingCanBeSaid() {
    LoadOptions options =
        parse(
            "--scenarios", "plain,paced",
            "--connections", "4,8,16",
            "--seconds", "2",
            "--warm-up", "3",
            "--rounds", "5",
            "--first-chunks", "7");

    assertThat(options.scenarios()).containsExactly(Scenario.PLAIN, Scenario.PACED);
    assertThat(options.connections()).containsExactly(4, 8, 16);
    assertThat(options.seconds()).isEqualTo(2);
    assertThat(options.warmUpSeconds()).isEqualTo(3);
    assertThat(options.rounds()).isEqualTo(5);
    assertThat(options.firstChunks()).isEqualTo(7);
  }

  @Test
  void loadIsBounded() {
    assertThatThrownBy(() -> parse("--connections", "1,257"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--connections: expected 1 to 256, found 257");
    assertThatThrownBy(() -> parse("--seconds", "0"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--seconds: expected 1 to 600, found 0");
  }

  private static LoadOptions parse(String... arguments) {
    Probe probe = new Probe();
    new CommandLine(probe).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return probe.options;
  }

  @Command(name = "probe")
  private static final class Probe {
    @Mixin private LoadOptions options = new LoadOptions();
  }
}
