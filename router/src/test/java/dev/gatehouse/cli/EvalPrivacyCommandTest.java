package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvalPrivacyCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine commands =
      Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @TempDir private Path folder;
  private Path data = Path.of("");

  @BeforeEach
  void writeData() throws IOException {
    data =
        Files.writeString(
            folder.resolve("mails.jsonl"),
            """
            {"id":"m1","text":"mail to runa.teig@bolder-paper.com","class":"PERSONAL","spans":[{"start":8,"end":34,"type":"EMAIL","kind":"private"}]}
            {"id":"m2","text":"what is a monad","class":"PUBLIC","spans":[]}
            """);
  }

  @Test
  void printsFiguresOfEachFileAsJson() {
    int exit = commands.execute("eval", "privacy", "--json", "--data", data.toString());

    var file = Json.read(out.toString().getBytes(StandardCharsets.UTF_8)).path("files").path(0);
    assertThat(exit).isZero();
    assertThat(file.path("file").asText()).isEqualTo("mails.jsonl");
    assertThat(file.path("f1").asDouble()).isEqualTo(1);
    assertThat(file.path("classes").path("leaks").asInt()).isZero();
    assertThat(file.path("classes").path("falseAlarms").asInt()).isZero();
    assertThat(file.path("microsPerKilobyte").asDouble()).isPositive();
  }

  @Test
  void printsALineForPeople() {
    commands.execute("eval", "privacy", "--data", data.toString());

    assertThat(out.toString()).contains("mails.jsonl: 2 texts", "false alarms 0 of 1", "EMAIL");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    int exit = commands.execute("eval", "privacy", "--data", folder.resolve("none").toString());

    assertThat(exit).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(err.toString()).contains("none cannot be read");
  }

  @Test
  void withoutFilesItSaysWhatIsMissing() {
    assertThat(commands.execute("eval", "privacy")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("--data");
  }
}
