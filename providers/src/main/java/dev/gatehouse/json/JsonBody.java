package dev.gatehouse.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

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
    requireUtf8(bytes);
    return new JsonBody(bytes, Json.read(bytes));
  }

  /** The reader forgives over-long encodings, which a relay would hand on. */
  private static void requireUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new JsonException("the body is not UTF-8");
    }
  }
}
