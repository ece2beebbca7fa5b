package dev.gatehouse.cli;

import dev.gatehouse.audit.AuditException;
import dev.gatehouse.config.ConfigException;
import dev.gatehouse.keyfile.KeyFileException;
import dev.gatehouse.ledger.LedgerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;
import picocli.CommandLine;

/** The command {@code gatehouse}. */
public final class Main {
  private Main() {}

  /**
   * Runs one verb; exits with 0 if it did its work, 1 if it could not, 2 if it was asked wrongly.
   */
  public static void main(String[] arguments) {
    configureLogging();
    System.exit(commandLine().execute(arguments));
  }

  private static void configureLogging() {
    try (InputStream settings = Main.class.getResourceAsStream("/gatehouse-logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every verb, ready to be executed. */
  public static CommandLine commandLine() {
    CommandLine commands =
        new CommandLine(new GatehouseCommand())
            .addSubcommand(new UpCommand())
            .addSubcommand(new CheckCommand())
            .addSubcommand(new ClassifyCommand())
            .addSubcommand(new ExplainCommand())
            .addSubcommand(new ReportCommand())
            .addSubcommand(new AuditCommand())
            .addSubcommand(new EvalCommand());
    NotBuiltYet.VERBS.forEach(verb -> commands.addSubcommand(verb, NotBuiltYet.command(verb)));
    return commands
        .setExecutionExceptionHandler(Main::explain)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult result)
      throws Exception {
    PrintWriter err = command.getErr();
    switch (failure) {
      case ConfigException e -> err.println("the configuration cannot be used:\n" + e.getMessage());
      case LedgerException e -> err.println(e.getMessage());
      case AuditException e -> err.println(e.getMessage());
      case KeyFileException e -> err.println(e.getMessage());
      case CommandException e -> err.println(e.getMessage());
      case UncheckedIOException e -> err.println(withoutClassName(e));
      default -> throw failure;
    }
    return failure instanceof ConfigException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }

  /** An exception that was given no message of its own bears its cause's class in it. */
  private static String withoutClassName(UncheckedIOException e) {
    String message = String.valueOf(e.getMessage());
    Throwable cause = e.getCause();
    return cause != null && message.equals(cause.toString())
        ? String.valueOf(cause.getMessage())
        : message;
  }
}
