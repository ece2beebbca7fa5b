package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.PrivacyClassifier;
import dev.gatehouse.classify.PrivacyReport;
import dev.gatehouse.classify.privacy.ScanMemory;
import dev.gatehouse.config.ConfigException;
import dev.gatehouse.config.PrivacyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentClassifierTest {

  private static final String RULES =
      """
      [[rules]]
      id = "lake-key"
      regex = '''(?i)[\\w.-]{0,50}?(?:lake)(?P<gap>[ =:]{1,3})(lk[[:alnum:]]{8})(?:\\s|$)'''
      keywords = ["lake"]
      entropy = 2
      secretGroup = 2
      [[rules.allowlists]]
      regexTarget = "match"
      regexes = ['''^snowlake''']
      stopwords = ["dummy"]
      [[rules]]
      id = "by-path"
      path = '''\\.p12$'''
      [[rules]]
      id = "broken"
      regex = '''(a'''
      keywords = ["a"]
      """;

  @TempDir Path folder;
  private Instant now = Instant.EPOCH;

  @Test
  void rulesOfTheUserFindTheirSecretsAndHonourTheirAllowlists() throws IOException {
    CurrentClassifier current = current("Kestrel\n", RULES);

    assertThat(rules(current, "my.lake = lkAb3dEf9h")).containsExactly("lake-key");
    assertThat(rules(current, "snowlake=lkAb3dEf9h")).isEmpty();
    assertThat(rules(current, "lake=lkdummy123")).isEmpty();
    assertThat(rules(current, "lake=lkaaaaaaaa")).isEmpty();
    assertThat(rules(current, "the lake is lkAb3dEf9h")).isEmpty();
  }

  @Test
  void whatCannotBeUsedOfAFileIsSaidByRule() throws IOException {
    Path file = Files.writeString(folder.resolve("gitleaks.toml"), RULES);

    GitleaksFile read = GitleaksFile.read(file);

    assertThat(read.rules()).hasSize(1);
    assertThat(read.warnings())
        .containsExactly(
            "rule by-path: looks at files' paths alone; requests have none",
            "rule broken: Java cannot do its expression; it is left out");
  }

  @Test
  void fileThatIsNoTomlIsRefusedAtItsLine() throws IOException {
    assertThatThrownBy(() -> current("", "title = \"x\"\nrules = = 1\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("gitleaks.toml:2: privacy.secret-rules: expected TOML");
  }

  @Test
  void changedDictionaryCountsFromTheNextRequest() throws IOException {
    CurrentClassifier current = current("Kestrel\n", RULES);
    PrivacyClassifier before = current.get();

    change("words.txt", "Osprey\n");

    assertThat(rules(current, "for Osprey")).containsExactly("dictionary");
    assertThat(rules(current, "for Kestrel")).isEmpty();
    assertThat(rules(before, "for Kestrel")).containsExactly("dictionary");
  }

  @Test
  void filesThatAreGoneOrBrokenLeaveTheLastGoodWords() throws IOException {
    CurrentClassifier current = current("Kestrel\n", RULES);

    Files.delete(folder.resolve("words.txt"));
    later();
    assertThat(rules(current, "for Kestrel")).containsExactly("dictionary");

    change("words.txt", "Osprey\n");
    assertThat(rules(current, "for Osprey")).containsExactly("dictionary");

    change("gitleaks.toml", "rules = [");
    assertThat(rules(current, "lake=lkAb3dEf9h for Osprey")).contains("lake-key", "dictionary");
  }

  @Test
  void expressionThatTakesTooManyStepsLeavesTheTextUnread() throws IOException {
    String slow =
        "[[rules]]\nid = \"slow\"\nregex = '''lake(a+)+(a+)+b'''\nkeywords = [\"lake\"]\n";
    CurrentClassifier current = current("", slow);

    PrivacyReport report = scan(current.get(), "lake" + "a".repeat(4000));

    assertThat(report.complete()).isFalse();
    assertThat(report.findings()).extracting(Finding::rule).contains("secret-rules-budget");
  }

  @Test
  void wellKnownFileIsLoadedAsItIs() throws IOException {
    Path file = shared("data/privacy/gitleaks.toml");
    assumeTrue(Files.exists(file), "the shared data is not beside the repository");

    GitleaksFile read = GitleaksFile.read(file);

    System.out.println("gitleaks.toml: " + read.rules().size() + " rules, " + read.warnings());
    assertThat(read.errors()).isEmpty();
    assertThat(read.rules()).hasSizeGreaterThanOrEqualTo(220);
  }

  private CurrentClassifier current(String words, String rules) throws IOException {
    Path dictionary = Files.writeString(folder.resolve("words.txt"), words);
    Path file = Files.writeString(folder.resolve("gitleaks.toml"), rules);
    PrivacyConfig config =
        new PrivacyConfig(
            PrivacyConfig.Names.CONTEXT,
            PrivacyConfig.defaultRules(),
            false,
            List.of(dictionary),
            List.of(file));
    return new CurrentClassifier(
        new VocabularyFiles(config, List.of()),
        config.names(),
        () -> new ScanMemory(new byte[16], new ConcurrentHashMap<>()),
        () -> now);
  }

  private void change(String file, String text) throws IOException {
    Path path = Files.writeString(folder.resolve(file), text);
    later();
    Files.setLastModifiedTime(path, FileTime.from(now.plusSeconds(1_000_000)));
  }

  private void later() {
    now = now.plusSeconds(2);
  }

  private static List<String> rules(CurrentClassifier current, String text) {
    return rules(current.get(), text);
  }

  private static List<String> rules(PrivacyClassifier classifier, String text) {
    return scan(classifier, text).findings().stream()
        .map(Finding::rule)
        .filter(rule -> !rule.equals("name-model"))
        .toList();
  }

  private static PrivacyReport scan(PrivacyClassifier classifier, String text) {
    return classifier.scan(JsonNodeFactory.instance.arrayNode().add(text));
  }

  private static Path shared(String file) {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(folder -> folder.resolve("../shared").resolve(file).normalize())
        .filter(Files::exists)
        .findFirst()
        .orElse(Path.of("shared", file));
  }
}
