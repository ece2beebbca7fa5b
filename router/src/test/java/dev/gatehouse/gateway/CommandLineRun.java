package dev.gatehouse.gateway;

import dev.gatehouse.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a verb in this process. */
final class CommandLineRun {
  private CommandLineRun() {}

  /** What the verb prints on standard output. */
  static String out(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine commands =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
    commands.execute(arguments);
    return out.toString();
  }
}
