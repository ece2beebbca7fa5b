package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Judges answers by a vendor's published API description. Thread-safe. */
public final class SpecValidator {
  private static final String WHERE = "https://description.test/api";

  private final String basePath;
  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /**
   * @param basePath what our paths have before the description's
   * @param document plain JSON Schema, as {@link SpecDocument} makes it
   */
  SpecValidator(String basePath, JsonNode document) {
    this.basePath = basePath;
    this.document = document;
    String text = new String(Json.write(document), StandardCharsets.UTF_8);
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(WHERE, text)));
  }

  /** OpenAI's description; skips the test where this machine does not have it. */
  public static SpecValidator openAi() {
    return new SpecValidator("/v1", SpecDocument.read("openai.openapi.yaml.gz"));
  }

  /** Ollama's description; skips the test where this machine does not have it. */
  public static SpecValidator ollama() {
    return new SpecValidator("", SpecDocument.read("ollama.openapi.yaml"));
  }

  /**
   * What is wrong with an answer; empty where nothing is.
   *
   * @param method {@code GET}, {@code POST} ...
   * @param path our path, with the description's placeholders: {@code /v1/models/{model}}
   * @param contentType as answered; parameters such as charset are ignored
   * @param body the whole body; of a stream, every event is judged
   */
  public List<String> problems(String method, String path, String contentType, String body) {
    String media = contentType.split(";", -1)[0].strip();
    String schema = pointer(method, path, media);
    return switch (media) {
      case "text/event-stream" -> ofEach(schema, ServerSentEvents.data(body));
      case "application/x-ndjson" -> ofEach(schema, body.lines().toList());
      default -> problems(schema, Json.read(body.getBytes(StandardCharsets.UTF_8)));
    };
  }

  /** What is wrong with an error's body; empty where nothing is. */
  public List<String> problemsOfError(String body) {
    return problems(
        "/components/schemas/ErrorResponse", Json.read(body.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * What is wrong with a value.
   *
   * @param pointer JSON pointer of the schema in the description
   */
  List<String> problems(String pointer, JsonNode value) {
    return schemas.computeIfAbsent(pointer, this::compile).validate(value).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private Schema compile(String pointer) {
    if (document.at(pointer).isMissingNode()) {
      throw new IllegalArgumentException("the description has no " + pointer);
    }
    return registry.getSchema(SchemaLocation.of(WHERE + "#" + pointer));
  }

  private List<String> ofEach(String schema, List<String> events) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      String where = "event " + i + " ";
      JsonNode event = Json.read(events.get(i).getBytes(StandardCharsets.UTF_8));
      problems(schema, event).forEach(problem -> problems.add(where + problem));
    }
    return problems;
  }

  private String pointer(String method, String path, String media) {
    return "/paths/"
        + escaped(path.substring(basePath.length()))
        + "/"
        + method.toLowerCase(Locale.ROOT)
        + "/responses/200/content/"
        + escaped(media)
        + "/schema";
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
