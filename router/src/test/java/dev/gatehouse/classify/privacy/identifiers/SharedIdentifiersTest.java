package dev.gatehouse.classify.privacy.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.classify.privacy.PrivacyScans;
import dev.gatehouse.classify.privacy.text.Detector;
import dev.gatehouse.classify.privacy.text.Match;
import dev.gatehouse.classify.privacy.text.Matches;
import dev.gatehouse.classify.privacy.text.NormalizedText;
import dev.gatehouse.classify.privacy.text.Surroundings;
import dev.gatehouse.config.PrivacyClass;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures against the shared data, with floors a little under what was measured. */
class SharedIdentifiersTest {

  private static final List<Detector> DETECTORS = Identifiers.detectors();
  private static final List<String> HARMLESS = List.of("PUBLIC", "INTERNAL");

  @Test
  void falseAlarmsOnRealPromptsAreRare() throws IOException {
    List<JsonNode> harmless =
        rows("llm_prompts").stream()
            .filter(row -> HARMLESS.contains(row.path("class").textValue()))
            .toList();

    long alarms = harmless.stream().filter(SharedIdentifiersTest::raisesAlarm).count();

    System.out.println("identifiers: false alarms " + alarms + " of " + harmless.size());
    assertThat(alarms).isLessThan(harmless.size() * 15L / 1000 + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "llm_prompts, PHONE, private, 1.0",
    "llm_prompts, EMAIL, private, 1.0",
    "llm_prompts, DOB, private, 0.9",
    "llm_prompts, ID, private, 0.85",
    "presidio_synth_v2, PHONE, '', 0.97",
    "presidio_synth_v2, CREDIT_CARD, '', 1.0",
    "presidio_synth_v2, EMAIL, '', 1.0",
    "presidio_synth_v2, IBAN, '', 1.0",
    "presidio_synth_v2, IP, '', 1.0",
    "presidio_synth_v2, AGE, '', 1.0",
    "presidio_synth_v2, ZIP, '', 1.0",
    "presidio_synth_v2, URL, '', 1.0",
    "presidio_synth_v2, DRIVER_LICENSE, '', 1.0",
    "presidio_gen_large, PHONE, '', 0.97",
    "presidio_gen_large, CREDIT_CARD, '', 1.0",
    "presidio_gen_large, DATE, '', 1.0",
    "presidio_gen_large, IBAN, '', 1.0",
    "nannigalaxy, SSN, '', 1.0",
    "nannigalaxy, ID, '', 0.85",
    "pasteguard, PHONE, '', 1.0"
  })
  void labelledValuesAreFound(String set, String type, String kind, double floor)
      throws IOException {
    int all = 0;
    int found = 0;
    for (JsonNode row : rows(set)) {
      List<Match> matches = matches(row.path("text").textValue());
      for (JsonNode span : row.path("spans")) {
        if (span.path("type").asText().equals(type) && span.path("kind").asText().equals(kind)) {
          all++;
          found += isCovered(row.path("text").textValue(), span, matches) ? 1 : 0;
        }
      }
    }

    System.out.println("identifiers: " + set + " " + type + " " + found + " of " + all);
    assertThat((double) found / all).isGreaterThanOrEqualTo(floor);
  }

  private static boolean raisesAlarm(JsonNode row) {
    return matches(row.path("text").textValue()).stream()
        .anyMatch(match -> match.rule().privacyClass().compareTo(PrivacyClass.INTERNAL) > 0);
  }

  /** What this package finds, at offsets of the original. */
  private static List<Match> matches(String text) {
    NormalizedText normalized = NormalizedText.of(text, Surroundings.NONE);
    Matches matches = new Matches();
    DETECTORS.forEach(detector -> detector.detect(normalized, matches));
    return matches.all().stream()
        .map(
            match ->
                new Match(
                    match.rule(),
                    normalized.originalStart(match.start()),
                    normalized.originalEnd(match.end())))
        .toList();
  }

  private static boolean isCovered(String text, JsonNode span, List<Match> matches) {
    int start = text.offsetByCodePoints(0, span.path("start").intValue());
    int end = text.offsetByCodePoints(0, span.path("end").intValue());
    return matches.stream()
        .anyMatch(
            match ->
                (Math.min(match.end(), end) - Math.max(match.start(), start)) * 2 >= end - start);
  }

  private static List<JsonNode> rows(String set) throws IOException {
    Path file = shared("data/privacy/" + set + ".jsonl.gz");
    assumeTrue(Files.exists(file), "the shared data is not beside the repository");
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
