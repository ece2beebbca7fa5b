package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code POST /api/embed}. */
final class ApiEmbed implements InferenceEndpoint {
  private static final Set<String> CARRIED = Set.of("model", "input", "dimensions");

  private final KnownModels models;

  ApiEmbed(KnownModels models) {
    this.models = models;
  }

  @Override
  public String path() {
    return "/api/embed";
  }

  @Override
  public Decoded decode(JsonBody body, Caller caller) {
    Fields fields = Bodies.object(body);
    String model = models.requireModel(fields);
    KeepAlive.of(fields);
    fields.flag("truncate");
    List<String> inputs = inputs(fields);
    OptionalInt dimensions = fields.count("dimensions");
    if (inputs.isEmpty()) {
      ObjectNode none = Json.object().put("model", model);
      none.putArray("embeddings");
      return new KnownAnswer(none, Optional.empty());
    }
    EmbeddingsRequest request =
        new EmbeddingsRequest(
            Wire.OLLAMA_EMBED,
            body,
            model,
            inputs,
            dimensions,
            Map.of(),
            Hints.of(fields, CARRIED, new OptionsDecoder(fields)));
    return new DecodedRequest(request, VectorEncoder::several);
  }

  private static List<String> inputs(Fields fields) {
    JsonNode input = fields.get("input");
    if (input.isTextual()) {
      return List.of(input.textValue());
    }
    List<String> inputs = new ArrayList<>();
    for (JsonNode each : fields.array("input")) {
      if (!each.isTextual()) {
        throw fields.wrong("input", "a string or an array of strings");
      }
      inputs.add(each.textValue());
    }
    return inputs;
  }
}
