package dev.gatehouse.classify.privacy.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.Finding;
import dev.gatehouse.classify.FindingType;
import dev.gatehouse.classify.privacy.PrivacyScans;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Measures secrets on the shared data: prints the figures, and holds the worst of them. */
class SecretsDataTest {

  @Test
  void everySecretOfRealPromptsIsFoundAndHardlyAnyHarmlessPromptIsTakenForOne() throws IOException {
    List<JsonNode> rows = rows("llm_prompts");
    List<JsonNode> harmless =
        rows.stream()
            .filter(row -> List.of("PUBLIC", "INTERNAL").contains(word(row, "class")))
            .toList();

    List<String> alarms =
        harmless.stream()
            .filter(row -> !secrets(row).isEmpty())
            .map(row -> word(row, "id"))
            .toList();
    List<String> missed = missed(rows, "private");

    System.out.println(
        "llm_prompts: alarms " + alarms + " of " + harmless.size() + ", missed " + missed);
    assertThat(alarms.size()).isLessThan(harmless.size() / 200);
    assertThat(missed).isEmpty();
  }

  @Test
  void secretsOfReportsAndOfTheProbeAreFound() throws IOException {
    assertThat(missed(rows("nannigalaxy"), "")).hasSizeLessThanOrEqualTo(1);
    assertThat(missed(rows("gateway_probe"), "")).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void fewOtherTextsAreTakenForSecrets() throws IOException {
    for (String name :
        List.of(
            "presidio_synth_v2",
            "presidio_gen_large",
            "btc",
            "wnut17_test",
            "wikigold",
            "sec_filings",
            "nannigalaxy")) {
      List<JsonNode> rows = rows(name).stream().filter(row -> spans(row, "").isEmpty()).toList();

      List<String> alarms =
          rows.stream().filter(row -> !secrets(row).isEmpty()).map(row -> word(row, "id")).toList();

      System.out.println(name + ": alarms " + alarms + " of " + rows.size());
      assertThat(alarms.size()).isLessThanOrEqualTo(Math.max(1, rows.size() / 100));
    }
  }

  @Test
  void literalsOfAScannersOwnTestsAreToldApart() throws IOException {
    List<JsonNode> rows = rows("gitleaks_literals");
    long positive = rows.stream().filter(row -> !spans(row, "").isEmpty()).count();

    List<String> missed =
        rows.stream()
            .filter(row -> !spans(row, "").isEmpty() && secrets(row).isEmpty())
            .map(row -> word(row, "id"))
            .toList();
    List<String> alarms =
        rows.stream()
            .filter(row -> spans(row, "").isEmpty() && !secrets(row).isEmpty())
            .map(row -> word(row, "id"))
            .toList();

    long hits = positive - missed.size();
    System.out.printf(
        "gitleaks_literals: recall %.3f, precision %.3f, missed %s, alarms %s%n",
        (double) hits / positive, (double) hits / (hits + alarms.size()), missed, alarms);
    assertThat((double) hits / positive).isGreaterThan(0.8);
  }

  /** Identifiers of rows with a secret of which less than half was found. */
  private static List<String> missed(List<JsonNode> rows, String kind) {
    List<String> missed = new ArrayList<>();
    for (JsonNode row : rows) {
      List<Finding> found = secrets(row);
      for (JsonNode span : spans(row, kind)) {
        if (covered(found, span) * 2
            < span.path("end").intValue() - span.path("start").intValue()) {
          missed.add(word(row, "id"));
        }
      }
    }
    return missed.stream().distinct().toList();
  }

  private static int covered(List<Finding> found, JsonNode span) {
    return found.stream()
        .mapToInt(
            finding ->
                Math.min(finding.end(), span.path("end").intValue())
                    - Math.max(finding.start(), span.path("start").intValue()))
        .filter(length -> length > 0)
        .sum();
  }

  private static List<JsonNode> spans(JsonNode row, String kind) {
    return row.path("spans")
        .valueStream()
        .filter(span -> word(span, "type").equals("SECRET") && word(span, "kind").equals(kind))
        .toList();
  }

  private static List<Finding> secrets(JsonNode row) {
    return PrivacyScans.ofText(word(row, "text")).stream()
        .filter(finding -> finding.type() == FindingType.SECRET)
        .toList();
  }

  private static String word(JsonNode node, String key) {
    return node.path(key).asText("");
  }

  private static List<JsonNode> rows(String name) throws IOException {
    Path file = shared("data/privacy/" + name + ".jsonl.gz");
    Path plain = shared("data/privacy/" + name + ".jsonl");
    assumeTrue(
        Files.exists(file) || Files.exists(plain), "the shared data is not beside the repository");
    if (Files.exists(plain)) {
      return Files.readAllLines(plain).stream().map(PrivacyScans::parse).toList();
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().map(PrivacyScans::parse).toList();
    }
  }

  private static Path shared(String file) {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(folder -> folder.resolve("../shared").resolve(file).normalize())
        .filter(Files::exists)
        .findFirst()
        .orElse(Path.of("shared", file));
  }
}
