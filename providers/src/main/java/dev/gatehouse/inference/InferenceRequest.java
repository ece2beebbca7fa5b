package dev.gatehouse.inference;

import dev.gatehouse.config.Capability;
import dev.gatehouse.json.JsonBody;
import java.util.List;
import java.util.Map;

/** What a client may ask of a model. */
public sealed interface InferenceRequest permits ChatRequest, EmbeddingsRequest {

  /** The protocol it came in. */
  Wire wire();

  /** The caller's own JSON, for the faithful lane and the privacy scan. */
  JsonBody body();

  /** The model name as the caller wrote it. */
  String requestModel();

  /** Whether the answer is wanted piece by piece. */
  boolean stream();

  /** What a candidate must be able to carry, each with the field that asks for it. */
  Map<Capability, String> needs();

  /** Harmless fields that need not be carried, by name. */
  List<String> hints();
}
