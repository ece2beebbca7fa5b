package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads a vector in either of OpenAI's encodings: an array of numbers, or the base64 of
 * little-endian 32-bit floats.
 */
final class VectorReader {
  private VectorReader() {}

  /** The vector; empty where the value is none. */
  static Optional<float[]> read(JsonNode embedding) {
    return embedding.isTextual() ? packed(embedding.textValue()) : numbers(embedding);
  }

  private static Optional<float[]> numbers(JsonNode array) {
    float[] vector = new float[array.size()];
    for (int i = 0; i < vector.length; i++) {
      if (!array.path(i).isNumber()) {
        return Optional.empty();
      }
      vector[i] = array.path(i).floatValue();
    }
    return vector.length == 0 ? Optional.empty() : Optional.of(vector);
  }

  private static Optional<float[]> packed(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      float[] vector = new float[bytes.length / Float.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
      boolean whole = bytes.length > 0 && bytes.length % Float.BYTES == 0;
      return whole ? Optional.of(vector) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
