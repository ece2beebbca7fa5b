package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * A vendor's API description as a document of plain JSON Schema: null counts as absent for optional
 * properties, {@code oneOf} reads as {@code anyOf}, {@code nullable} of OpenAPI 3.0 allows null.
 */
final class SpecDocument {
  private static final int LONGEST = 16 * 1024 * 1024;

  private final JsonNode source;

  private SpecDocument(JsonNode source) {
    this.source = source;
  }

  /** Reads a description; skips the test where this machine does not have it. */
  static JsonNode read(String file) {
    Path path = repository().resolve("../shared/specs").resolve(file).normalize();
    Assumptions.assumeTrue(Files.exists(path), "needs the description ../shared/specs/" + file);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    YAMLFactory yaml = YAMLFactory.builder().loaderOptions(options).build();
    try (InputStream bytes = Files.newInputStream(path);
        InputStream text = file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      return of(new YAMLMapper(yaml).readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same as plain JSON Schema. */
  static JsonNode of(JsonNode description) {
    return new SpecDocument(description).schema(description, Set.of());
  }

  /**
   * @param required names that a sibling in the same {@code allOf} requires
   */
  private JsonNode schema(JsonNode node, Set<String> required) {
    if (node instanceof ArrayNode array) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      array.forEach(each -> all.add(schema(each, Set.of())));
      return all;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode plain = members(object, union(required, object.path("required")));
    return object.path("nullable").asBoolean(false) ? orNull(plain) : plain;
  }

  private ObjectNode members(ObjectNode object, Set<String> required) {
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode value = object.path(name);
      switch (name) {
        case "properties" -> plain.set(name, properties(value, required));
        case "allOf" -> plain.set(name, together(value, required));
        case "oneOf" -> plain.set("anyOf", schema(value, Set.of()));
        case "nullable", "discriminator", "example", "examples", "description", "default" -> {
          if (value.isObject() && !name.startsWith("ex") && !name.equals("default")) {
            plain.set(name, schema(value, Set.of()));
          }
        }
        default -> plain.set(name, schema(value, Set.of()));
      }
    }
    return plain;
  }

  private ObjectNode properties(JsonNode properties, Set<String> required) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    for (Iterator<String> names = properties.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode plain = schema(properties.path(name), Set.of());
      all.set(name, required.contains(name) ? plain : orNull(plain));
    }
    return all;
  }

  /** What one branch requires is required of the others' properties too, so each is resolved. */
  private ArrayNode together(JsonNode branches, Set<String> required) {
    Set<String> all = new HashSet<>(required);
    for (JsonNode branch : branches) {
      all = union(all, resolve(branch).path("required"));
    }
    ArrayNode plain = JsonNodeFactory.instance.arrayNode();
    for (JsonNode branch : branches) {
      plain.add(schema(resolve(branch), all));
    }
    return plain;
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isTextual() ? source.at(reference.textValue().substring(1)) : node;
  }

  private static Set<String> union(Set<String> names, JsonNode more) {
    Set<String> all = new HashSet<>(names);
    if (more.isArray()) {
      more.forEach(name -> all.add(name.asText()));
    }
    return all;
  }

  private static ObjectNode orNull(JsonNode schema) {
    ObjectNode either = JsonNodeFactory.instance.objectNode();
    ArrayNode choices = either.putArray("anyOf").add(schema);
    choices.addObject().put("type", "null");
    return either;
  }

  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("providers/pom.xml"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the repository");
    }
    return folder;
  }
}
