package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file as a whole, and what the environment puts into it. */
final class ConfigFileTest {
  @TempDir Path folder;

  @Test
  void aMissingFileIsAnErrorThatSaysWhatToDo() {
    assertThatThrownBy(() -> load(folder.resolve("none.yaml")))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            folder
                + "/none.yaml: expected a file here (create it, or start without --config), found no"
                + " such file");
  }

  @Test
  void aDirectoryIsNotAFile() {
    var errors = errorsOf(folder);

    assertThat(errors).containsExactly(folder + ": expected a readable file, found a directory");
  }

  @Test
  void aFileThatIsNotUtf8IsAnError() throws IOException {
    Path file = Files.write(folder.resolve("gatehouse.yaml"), new byte[] {'a', ':', (byte) 0xff});

    var errors = errorsOf(file);

    assertThat(errors)
        .containsExactly("gatehouse.yaml: expected text in UTF-8, found bytes that are not UTF-8");
  }

  @Test
  void brokenYamlIsAnErrorWithItsLine() {
    ConfigFolder config = new ConfigFolder(folder);

    var openBracket = config.errorsOf("server:\n  port: [1\nkeys: []\n");
    var tab = config.errorsOf("server:\n\tport: 1\n");
    var twoDocuments = config.errorsOf("server: {}\n---\nserver: {}\n");

    assertThat(openBracket)
        .singleElement()
        .asString()
        .startsWith("gatehouse.yaml:3: expected YAML that can be parsed, found ");
    assertThat(tab)
        .singleElement()
        .asString()
        .startsWith("gatehouse.yaml:2: expected YAML that can be parsed, found ");
    assertThat(twoDocuments)
        .singleElement()
        .asString()
        .startsWith("gatehouse.yaml:2: expected YAML that can be parsed, found ");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    GatehouseConfig config = new ConfigFolder(folder).load("\uFEFFserver: {port: 1}");

    assertThat(config.server().port()).isEqualTo(1);
  }

  @Test
  void variablesAreReplacedAnywhereInAText() {
    ConfigFolder config =
        new ConfigFolder(folder, Map.of("HOST_NAME", "10.0.0.7", "PORT", "8000", "KEY", "k"));

    GatehouseConfig read =
        config.load(
            """
            server: {port: ${PORT}}
            providers:
              - {name: a, kind: openai-compatible, base-url: http://${HOST_NAME}:${PORT}/v1, api-key: ${KEY}}
              - name: b
                kind: ollama
                api-key: "x-${KEY}-y"
            """);

    assertThat(read.server().port()).isEqualTo(8000);
    assertThat(read.providers().getFirst().baseUrl().orElseThrow())
        .hasToString("http://10.0.0.7:8000/v1");
    assertThat(read.providers().getFirst().apiKey()).contains(new Secret("k"));
    assertThat(read.providers().get(1).apiKey()).contains(new Secret("x-k-y"));
  }

  @Test
  void twoDollarSignsMakeALiteralBrace() {
    ConfigFolder config = new ConfigFolder(folder, Map.of("KEY", "k"));

    GatehouseConfig read =
        config.load("keys: [{name: a, key: $${KEY}-$KEY}, {name: b, key: '$${'}]");

    assertThat(read.keys())
        .extracting(KeyConfig::key)
        .containsExactly(Optional.of(new Secret("${KEY}-$KEY")), Optional.of(new Secret("${")));
  }

  @Test
  void aVariableCannotAddYaml() {
    String value = "a\nserver: {host: 0.0.0.0}\n# ${OTHER}";
    ConfigFolder config = new ConfigFolder(folder, Map.of("KEY", value));

    GatehouseConfig read = config.load("keys: [{name: a, key: ${KEY}}]");

    assertThat(read.keys().getFirst().key()).contains(new Secret(value));
    assertThat(read.server()).isEqualTo(ServerConfig.defaults());
  }

  @Test
  void everyVariableThatIsNotSetIsAnErrorThatNamesIt() {
    var errors =
        new ConfigFolder(folder, Map.of("EMPTY", ""))
            .errorsOf(
                """
                providers:
                  - {name: a, kind: openai, api-key: ${OPENAI_API_KEY}, base-url: "http://${A}:${B}"}
                  - {name: b, kind: openai, api-key: ${EMPTY}}
                  - {name: c, kind: openai, api-key: "${not a name}"}
                """);

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:2: providers[0].api-key: expected the environment variable"
                + " OPENAI_API_KEY to be set, found it is not set",
            "gatehouse.yaml:2: providers[0].base-url: expected the environment variable A to be"
                + " set, found it is not set",
            "gatehouse.yaml:2: providers[0].base-url: expected the environment variable B to be"
                + " set, found it is not set",
            "gatehouse.yaml:3: providers[1].api-key: expected a secret that is not blank, found"
                + " blank text",
            "gatehouse.yaml:4: providers[2].api-key: expected ${NAME} of an environment variable,"
                + " or $${ for a literal ${, found a lone ${");
  }

  @Test
  void theValueOfAVariableIsNotQuotedWhereverItWasPut() {
    var errors =
        new ConfigFolder(folder, Map.of("KEY", "sk-secret"))
            .errorsOf("server: {port: ${KEY}}\npolicy: {quality: ${KEY}}\n");

    assertThat(errors)
        .containsExactly(
            "gatehouse.yaml:1: server.port: expected a whole number from 0 to 65535, found ${KEY}"
                + " with the variable's value put in",
            "gatehouse.yaml:2: policy.quality: expected one of economy, balanced, best, found"
                + " ${KEY} with the variable's value put in");
  }

  @Test
  void theExampleOfTheDocumentationLoads() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "configuration.md"));
    String example = page.substring(page.indexOf("```yaml\n") + 8).split("```", 2)[0];
    Map<String, String> environment =
        Map.of("GATEHOUSE_ADMIN_KEY", "a", "OPENAI_API_KEY", "b", "APP_KEY", "c");

    GatehouseConfig read = new ConfigFolder(folder, environment).load(example);

    assertThat(read.providers()).hasSize(3);
    assertThat(read.policy().aliases()).containsEntry("fast", "openai/gpt-4.1-mini");
  }

  private List<String> errorsOf(Path file) {
    return new ConfigFolder(folder)
        .relative(catchThrowableOfType(ConfigException.class, () -> load(file)));
  }

  private static GatehouseConfig load(Path file) {
    return new ConfigLoader(Map.of()).load(Optional.of(file), Optional.empty());
  }
}
