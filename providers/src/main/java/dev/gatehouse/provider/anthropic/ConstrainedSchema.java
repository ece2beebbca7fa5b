package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The part of JSON schema that Anthropic can hold an answer or a tool call to (Anthropic,
 * "Structured outputs", JSON schema limitations). It refuses a request with any other schema.
 */
final class ConstrainedSchema {
  private static final Set<String> ANNOTATIONS = Set.of("title", "description", "default");
  private static final Set<String> FORMATS =
      Set.of(
          "date-time",
          "time",
          "date",
          "duration",
          "email",
          "hostname",
          "uri",
          "ipv4",
          "ipv6",
          "uuid");

  private final JsonNode root;
  private final Set<String> open = new HashSet<>();
  private final Set<String> done = new HashSet<>();

  private ConstrainedSchema(JsonNode root) {
    this.root = root;
  }

  /** Whether a schema lies within that part. */
  static boolean holds(JsonNode schema) {
    return new ConstrainedSchema(schema).fits(schema);
  }

  private boolean fits(JsonNode schema) {
    if (!schema.isObject()) {
      return false;
    }
    boolean closed =
        !isObjectSchema(schema)
            || (schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").booleanValue());
    return closed
        && schema.properties().stream()
            .allMatch(keyword -> fits(keyword.getKey(), keyword.getValue()));
  }

  private static boolean isObjectSchema(JsonNode schema) {
    return schema.path("type").asText("").equals("object") || schema.has("properties");
  }

  private boolean fits(String keyword, JsonNode value) {
    return switch (keyword) {
      case "type", "const", "required", "additionalProperties" -> true;
      case "enum" -> all(value, JsonNode::isValueNode);
      case "format" -> FORMATS.contains(value.asText(""));
      case "minItems" -> value.asInt(2) <= 1;
      case "items" -> fits(value);
      case "anyOf", "allOf" -> value.isArray() && all(value, this::fits);
      case "properties", "$defs", "definitions" -> all(value, this::fits);
      case "$ref" -> refersToFitting(value.asText(""));
      default -> ANNOTATIONS.contains(keyword);
    };
  }

  private static boolean all(JsonNode values, Predicate<JsonNode> condition) {
    for (JsonNode value : values) {
      if (!condition.test(value)) {
        return false;
      }
    }
    return true;
  }

  /** What refers to itself is refused. */
  private boolean refersToFitting(String reference) {
    if (!reference.startsWith("#/") || open.contains(reference)) {
      return false;
    }
    if (done.contains(reference)) {
      return true;
    }
    open.add(reference);
    boolean fits = fits(root.at(JsonPointer.compile(reference.substring(1))));
    open.remove(reference);
    done.add(reference);
    return fits;
  }
}
