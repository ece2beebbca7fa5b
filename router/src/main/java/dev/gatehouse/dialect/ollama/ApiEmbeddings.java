package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.Decoded;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.KnownAnswer;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code POST /api/embeddings}, the legacy one: one text, one vector. */
final class ApiEmbeddings implements InferenceEndpoint {
  private static final Set<String> CARRIED = Set.of("model", "prompt");

  private final KnownModels models;

  ApiEmbeddings(KnownModels models) {
    this.models = models;
  }

  @Override
  public String path() {
    return "/api/embeddings";
  }

  @Override
  public Decoded decode(JsonBody body, Caller caller) {
    Fields fields = Bodies.object(body);
    String model = models.requireModel(fields);
    KeepAlive.of(fields);
    String prompt = fields.optionalText("prompt").orElse("");
    if (prompt.isEmpty()) {
      ObjectNode none = Json.object();
      none.putArray("embedding");
      return new KnownAnswer(none, Optional.empty());
    }
    EmbeddingsRequest request =
        new EmbeddingsRequest(
            Wire.OLLAMA_EMBEDDINGS,
            body,
            model,
            List.of(prompt),
            OptionalInt.empty(),
            Map.of(),
            Hints.of(fields, CARRIED, new OptionsDecoder(fields)));
    return new DecodedRequest(request, VectorEncoder::one);
  }
}
