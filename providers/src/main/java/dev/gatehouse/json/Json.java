package dev.gatehouse.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes JSON, strictly and within bounds. */
public final class Json {
  private static final int MAX_DEPTH = 500;
  private static final int MAX_STRING_LENGTH = 64 * 1024 * 1024;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING_LENGTH)
                          .build())
                  .characterEscapes(new LineSeparatorEscapes())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Json() {}

  /**
   * Reads one document.
   *
   * @param utf8 the whole text
   * @throws JsonException if it is empty, malformed, too deep, not UTF-8, has a key twice in one
   *     object or anything after the document
   */
  public static JsonNode read(byte[] utf8) {
    if (utf8.length == 0) {
      throw new JsonException("the body is empty");
    }
    if (utf8.length > 1
        && (utf8[0] == 0 || utf8[1] == 0 || utf8[0] == (byte) 0xfe || utf8[0] == (byte) 0xff)) {
      throw new JsonException("the body is not UTF-8");
    }
    try {
      JsonNode tree = MAPPER.readTree(utf8);
      if (tree.isMissingNode()) {
        throw new JsonException("the body is empty");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new JsonException("malformed JSON" + where(e.getLocation()) + hint(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String where(JsonLocation location) {
    return location == null
        ? ""
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String hint(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    if (message.startsWith("Duplicate")) {
      return ": a key appears twice in one object";
    }
    if (message.contains("nesting depth")) {
      return ": nested deeper than " + MAX_DEPTH;
    }
    return message.startsWith("Unexpected end-of-input") ? ": the text ends too early" : "";
  }

  /** Writes a tree compactly as UTF-8, on one line by anybody's notion of a line. */
  public static byte[] write(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A new empty array. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
