package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Caller;
import dev.gatehouse.dialect.DecodedRequest;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code POST /v1/embeddings}. */
final class Embeddings implements InferenceEndpoint {
  private static final Set<String> MODELLED =
      Set.of("model", "input", "encoding_format", "dimensions");

  /** OpenAI's own bound on one request. */
  private static final int MOST_INPUTS = 2048;

  @Override
  public String path() {
    return "/v1/embeddings";
  }

  @Override
  public DecodedRequest decode(JsonBody body, Caller caller) {
    Fields fields = Fields.of(body);
    boolean base64 = base64(fields);
    return new DecodedRequest(request(body, fields), start -> new EmbeddingsEncoder(start, base64));
  }

  private static boolean base64(Fields fields) {
    return switch (fields.optionalText("encoding_format").orElse("float")) {
      case "float" -> false;
      case "base64" -> true;
      default -> throw fields.wrong("encoding_format", "float or base64");
    };
  }

  private static EmbeddingsRequest request(JsonBody body, Fields fields) {
    Map<Capability, String> needs = new EnumMap<>(Capability.class);
    List<String> inputs = inputs(fields, needs);
    body.tree()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (fields.has(name) && !MODELLED.contains(name) && !name.equals("user")) {
                needs.putIfAbsent(Capability.VERBATIM_FIELDS, name);
              }
            });
    return new EmbeddingsRequest(
        Wire.OPENAI_EMBEDDINGS,
        body,
        fields.text("model"),
        inputs,
        fields.count("dimensions"),
        needs,
        fields.has("user") ? List.of("user") : List.of());
  }

  /** Inputs that are token arrays only a relay can carry. */
  private static List<String> inputs(Fields fields, Map<Capability, String> needs) {
    JsonNode input = fields.get("input");
    if (input.isTextual()) {
      return List.of(nonEmpty(fields, input));
    }
    if (!input.isArray() || input.isEmpty() || input.size() > MOST_INPUTS) {
      throw fields.wrong("input", "a string or an array of 1 to " + MOST_INPUTS);
    }
    if (input.path(0).isIntegralNumber()) {
      needs.put(Capability.VERBATIM_FIELDS, "input");
      return List.of("");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : input) {
      texts.add(input(fields, each, needs));
    }
    return texts;
  }

  private static String input(Fields fields, JsonNode each, Map<Capability, String> needs) {
    if (each.isArray() && !each.isEmpty() && each.path(0).isIntegralNumber()) {
      needs.put(Capability.VERBATIM_FIELDS, "input");
      return "";
    }
    return nonEmpty(fields, each);
  }

  private static String nonEmpty(Fields fields, JsonNode text) {
    if (!text.isTextual() || text.textValue().isEmpty()) {
      throw fields.wrong("input", "texts that are not empty, or arrays of tokens");
    }
    return text.textValue();
  }
}
