package dev.gatehouse.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A verb that is promised and not there yet: it says so and fails. */
@Command(description = "Not built yet.")
final class NotBuiltYet implements Runnable {
  static final List<String> VERBS = List.of("breakeven", "advise", "prices", "keys", "train");

  private final String verb;

  @Parameters(hidden = true)
  private List<String> ignored = new ArrayList<>();

  NotBuiltYet(String verb) {
    this.verb = verb;
  }

  @Override
  public void run() {
    throw new CommandException("'" + verb + "' is not built yet; the README's table says what is");
  }

  /** The verb; takes any option, since none has a meaning yet. */
  static CommandLine command(String verb) {
    return new CommandLine(new NotBuiltYet(verb)).setUnmatchedArgumentsAllowed(true);
  }
}
