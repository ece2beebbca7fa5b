package dev.gatehouse.inference;

import com.fasterxml.jackson.databind.JsonNode;

/** The form that the answer's text must have. */
public sealed interface ResponseFormat {

  /** Any text. */
  record Text() implements ResponseFormat {}

  /** Some JSON object. */
  record JsonObject() implements ResponseFormat {}

  /** JSON that follows a schema. */
  record JsonSchema(String name, JsonNode schema, boolean strict) implements ResponseFormat {}
}
