package dev.gatehouse.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.PrivacyClass;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Reads labelled texts: JSON lines {@code
 * {"id","text","spans":[{"start","end","type","kind"?}],"class"?,"weak"?,"group"?}}, plain or
 * gzipped, offsets in code points.
 */
public final class LabelledTexts {
  private LabelledTexts() {}

  /**
   * Reads a whole file.
   *
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException naming file and line, if a line is no labelled text
   */
  public static List<LabelledText> read(Path file) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream(file), StandardCharsets.UTF_8))) {
      List<LabelledText> texts = new ArrayList<>();
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          texts.add(read(line, file + ":" + number));
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream stream(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }

  private static LabelledText read(String line, String place) {
    try {
      return text(Json.read(line.getBytes(StandardCharsets.UTF_8)), place);
    } catch (JsonException | IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  private static LabelledText text(JsonNode row, String place) {
    if (!row.path("text").isTextual() || !row.path("spans").isArray()) {
      throw new IllegalArgumentException("expected an object with text and spans");
    }
    List<LabelledSpan> spans = new ArrayList<>();
    row.path("spans").forEach(span -> spans.add(span(span)));
    String id = row.path("id").asText(place);
    return new LabelledText(
        id,
        row.path("group").asText(id),
        row.path("text").textValue(),
        spans,
        Optional.of(row.path("class").asText())
            .filter(name -> !name.isEmpty())
            .map(PrivacyClass::valueOf),
        row.path("weak").asBoolean());
  }

  private static LabelledSpan span(JsonNode span) {
    return new LabelledSpan(
        span.path("start").asInt(-1),
        span.path("end").asInt(-1),
        span.path("type").asText(),
        span.path("kind").asText());
  }
}
