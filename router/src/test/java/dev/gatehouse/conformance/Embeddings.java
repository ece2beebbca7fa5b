package dev.gatehouse.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Vectors of scripted upstreams: exact in single precision, and different for each input. */
final class Embeddings {
  private static final int USUAL_DIMENSIONS = 4;

  private Embeddings() {}

  /** The vector of the input at {@code index}. */
  static List<Double> vector(int index, int dimensions) {
    List<Double> vector = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      vector.add((index + 1) * 0.125 - i * 0.5);
    }
    return vector;
  }

  /** OpenAI's answer, in the encoding that was asked for. */
  static ObjectNode openAi(JsonNode body) {
    int inputs = inputs(body.path("input"));
    int dimensions = body.path("dimensions").asInt(USUAL_DIMENSIONS);
    ObjectNode answer = Json.object().put("object", "list");
    ArrayNode data = answer.putArray("data");
    for (int i = 0; i < inputs; i++) {
      ObjectNode item = data.addObject().put("object", "embedding").put("index", i);
      if (body.path("encoding_format").asText().equals("base64")) {
        item.put("embedding", base64(vector(i, dimensions)));
      } else {
        add(item.putArray("embedding"), vector(i, dimensions));
      }
    }
    answer.put("model", body.path("model").asText());
    answer.putObject("usage").put("prompt_tokens", 4L * inputs).put("total_tokens", 4L * inputs);
    return answer;
  }

  /** Ollama's answer. */
  static ObjectNode ollama(JsonNode body) {
    int inputs = inputs(body.path("input"));
    ObjectNode answer = Json.object().put("model", body.path("model").asText());
    ArrayNode all = answer.putArray("embeddings");
    for (int i = 0; i < inputs; i++) {
      add(all.addArray(), vector(i, body.path("dimensions").asInt(USUAL_DIMENSIONS)));
    }
    return answer
        .put("total_duration", 14_143_917)
        .put("load_duration", 1_019_500)
        .put("prompt_eval_count", 4 * inputs);
  }

  /** Gemini's answer to {@code batchEmbedContents}. */
  static ObjectNode gemini(JsonNode body) {
    ObjectNode answer = Json.object();
    ArrayNode all = answer.putArray("embeddings");
    int index = 0;
    for (JsonNode each : body.path("requests")) {
      int dimensions = each.path("outputDimensionality").asInt(USUAL_DIMENSIONS);
      add(all.addObject().putArray("values"), vector(index++, dimensions));
    }
    return answer;
  }

  /** Gemini's answer to {@code embedContent}. */
  static ObjectNode geminiSingle(JsonNode body) {
    ObjectNode answer = Json.object();
    int dimensions = body.path("outputDimensionality").asInt(USUAL_DIMENSIONS);
    add(answer.putObject("embedding").putArray("values"), vector(0, dimensions));
    return answer;
  }

  /** A text, several, the tokens of one, or the tokens of several. */
  private static int inputs(JsonNode input) {
    return input.isArray() && !input.path(0).isNumber() ? input.size() : 1;
  }

  private static void add(ArrayNode array, List<Double> vector) {
    vector.forEach(array::add);
  }

  /** Little-endian single-precision numbers. */
  private static String base64(List<Double> vector) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * vector.size()).order(ByteOrder.LITTLE_ENDIAN);
    vector.forEach(value -> bytes.putFloat(value.floatValue()));
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
