package dev.gatehouse.provider.langchain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.scripted.ScriptedUpstream.Exchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Exchanges with real providers, where this machine has them. */
public final class Recordings {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Recordings() {}

  /**
   * The recorded exchanges of a file that {@code wanted} picks; skips the test without the file.
   */
  public static List<JsonNode> of(String file, Predicate<JsonNode> wanted) {
    Path path = repository().resolve("../shared/recordings").resolve(file).normalize();
    Assumptions.assumeTrue(Files.exists(path), "needs the recording ../shared/recordings/" + file);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      return lines.lines().map(Recordings::parse).filter(wanted).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The exchange with Ollama of that name. */
  public static JsonNode ollama(String name) {
    return of("ollama-live.jsonl.gz", exchange -> exchange.path("name").asText().equals(name))
        .getFirst();
  }

  /** Answers as Ollama did. */
  public static void replay(JsonNode recorded, Exchange exchange) throws IOException {
    if (!recorded.has("response_chunks")) {
      exchange.json(recorded.path("status").asInt(), recorded.path("response_body").toString());
      return;
    }
    exchange.begin(200, "application/x-ndjson");
    for (JsonNode chunk : recorded.path("response_chunks")) {
      exchange.chunk(chunk.path("text").asText());
    }
    exchange.end();
  }

  private static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("providers/pom.xml"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the repository");
    }
    return folder;
  }
}
