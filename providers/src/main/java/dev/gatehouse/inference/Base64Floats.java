package dev.gatehouse.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;

/** A vector as OpenAI's API packs it: the base64 of little-endian 32-bit floats. */
public final class Base64Floats {
  private Base64Floats() {}

  /** The packed text of a vector. */
  public static String write(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** The vector of a packed text; empty where it is none. */
  public static Optional<float[]> read(String base64) {
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
