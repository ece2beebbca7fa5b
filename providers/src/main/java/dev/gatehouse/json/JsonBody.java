package dev.gatehouse.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A JSON document as it came: its bytes and its tree, parsed once.
 *
 * @param bytes UTF-8, not to be changed by anyone
 * @param tree what the bytes say, and all that they say: duplicate keys and trailing text are
 *     refused, because a relay would hand on what the tree does not show. So are members of the
 *     document that differ by case alone: servers written in Go (Ollama) take either for the other
 */
public record JsonBody(byte[] bytes, JsonNode tree) {

  /**
   * Reads a document.
   *
   * @throws JsonException if it is not one well-formed UTF-8 JSON document without duplicate keys
   */
  public static JsonBody parse(byte[] bytes) {
    requireUtf8(bytes);
    JsonBody body = new JsonBody(bytes, Json.read(bytes));
    body.requireNamesThatDiffer();
    return body;
  }

  private void requireNamesThatDiffer() {
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, JsonNode> member : tree.properties()) {
      if (!names.add(folded(member.getKey()))) {
        throw new JsonException("two keys of the document differ by case alone");
      }
    }
  }

  /** Whether the members of the document have names in lower case only. */
  public boolean isNamedInLowerCase() {
    return tree.properties().stream()
        .map(Map.Entry::getKey)
        .allMatch(name -> name.equals(folded(name)));
  }

  /** To upper case first: the long s and the Kelvin sign are cases of s and k, to Go as well. */
  private static String folded(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
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
