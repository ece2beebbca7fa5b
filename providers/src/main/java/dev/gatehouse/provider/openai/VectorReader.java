package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.Base64Floats;
import java.util.Optional;

/**
 * Reads a vector in either of OpenAI's encodings: an array of numbers, or the base64 of
 * little-endian 32-bit floats.
 */
final class VectorReader {
  private VectorReader() {}

  /** The vector; empty where the value is none. */
  static Optional<float[]> read(JsonNode embedding) {
    return embedding.isTextual() ? Base64Floats.read(embedding.textValue()) : numbers(embedding);
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
}
