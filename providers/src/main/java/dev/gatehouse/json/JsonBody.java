package dev.gatehouse.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A JSON document as it came: its bytes and its tree, parsed once.
 *
 * @param bytes UTF-8, not to be changed by anyone
 * @param tree what the bytes say, and all that they say: duplicate keys and trailing text are
 *     refused, because a relay would hand on what the tree does not show
 */
public record JsonBody(byte[] bytes, JsonNode tree) {

  /**
   * Reads a document.
   *
   * @throws JsonException if it is not one well-formed UTF-8 JSON document without duplicate keys
   */
  public static JsonBody parse(byte[] bytes) {
    return new JsonBody(bytes, Json.read(bytes));
  }
}
