package dev.gatehouse.inference;

import dev.gatehouse.config.Capability;
import dev.gatehouse.json.JsonBody;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One request for embeddings, decoded.
 *
 * @param inputs the texts, at least one; empty texts stand for inputs that are not text (token
 *     arrays), which only a relay of the caller's own JSON can carry
 * @param dimensions how long the vectors shall be; empty leaves it to the model
 */
public record EmbeddingsRequest(
    Wire wire,
    JsonBody body,
    String requestModel,
    List<String> inputs,
    OptionalInt dimensions,
    Map<Capability, String> needs,
    List<String> hints)
    implements InferenceRequest {

  public EmbeddingsRequest {
    inputs = List.copyOf(inputs);
    needs = Map.copyOf(needs);
    hints = List.copyOf(hints);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("inputs: expected one or more, got none");
    }
    if (dimensions.orElse(1) < 1) {
      throw new IllegalArgumentException("dimensions: expected 1 or more");
    }
  }

  /** Vectors always come whole. */
  @Override
  public boolean stream() {
    return false;
  }
}
