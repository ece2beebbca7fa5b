package dev.gatehouse.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.benchmarks.NameExample.Span;
import dev.gatehouse.classify.privacy.names.NameType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The public texts with names marked in them. */
final class NameCorpus {

  private static final Set<NameType> ALL = EnumSet.allOf(NameType.class);
  private static final Set<NameType> NEWS =
      EnumSet.of(NameType.PERSON, NameType.ORGANIZATION, NameType.LOCATION, NameType.ADDRESS);
  private static final Set<NameType> PROMPTS = EnumSet.of(NameType.PERSON, NameType.ADDRESS);

  private final Path folder;
  private final ObjectMapper json = new ObjectMapper();

  NameCorpus(Path folder) {
    this.folder = folder;
  }

  List<NameExample> read() {
    List<NameExample> all = new ArrayList<>();
    read("presidio_synth_v2", ALL, 2, all);
    read("presidio_gen_large", ALL, 2, all);
    read("nannigalaxy", PROMPTS, 1, all);
    read("pasteguard", PROMPTS, 1, all);
    read("btc", NEWS, 0.6, all);
    read("wnut17_test", NEWS, 0.6, all);
    read("wikigold", NEWS, 1, all);
    read("sec_filings", NEWS, 0.5, all);
    read("llm_prompts", PROMPTS, 2, all);
    return all;
  }

  private void read(String name, Set<NameType> annotated, double weight, List<NameExample> into) {
    Path file = folder.resolve(name + ".jsonl.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = json.readTree(line);
        String text = row.path("text").asText();
        String group =
            row.has("group") ? "presidio " + row.path("group").asText() : name + " " + text;
        into.add(new NameExample(name, group, "", text, spans(row, text), annotated, weight));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Span> spans(JsonNode row, String text) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode span : row.path("spans")) {
      int start = text.offsetByCodePoints(0, span.path("start").asInt());
      int end = text.offsetByCodePoints(0, span.path("end").asInt());
      spans.add(new Span(start, end, span.path("type").asText()));
    }
    return spans;
  }
}
