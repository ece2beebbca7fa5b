package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.json.Json;
import java.util.Arrays;

/** One JSON document a line. */
final class Lines {
  private Lines() {}

  static byte[] of(JsonNode document) {
    byte[] json = Json.write(document);
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }
}
