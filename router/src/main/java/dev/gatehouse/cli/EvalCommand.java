package dev.gatehouse.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures a classifier on labelled data. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = "Measures what Gatehouse finds against labelled data.",
    subcommands = EvalPrivacyCommand.class)
final class EvalCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "of what? 'eval privacy'");
  }
}
