package dev.gatehouse.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: says what the verbs are. */
@Command(
    name = "gatehouse",
    mixinStandardHelpOptions = true,
    version = "gatehouse 0.1.0-SNAPSHOT",
    description = "Answers from local models where it can and from the cloud where it pays.",
    footer = {
      "",
      "Also: 'test' builds and runs every test; 'bench' measures the gateway beside nginx."
    },
    subcommands = HelpCommand.class)
final class GatehouseCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which verb?");
  }
}
