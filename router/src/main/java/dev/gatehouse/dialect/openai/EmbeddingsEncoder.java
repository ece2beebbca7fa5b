package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.inference.Base64Floats;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** Collects vectors and writes them as one list. */
final class EmbeddingsEncoder implements AnswerEncoder {
  private static final byte[] NOTHING = {};

  private final AnswerStart start;
  private final boolean base64;
  private final Map<Integer, float[]> vectors = new TreeMap<>();
  private String model;
  private Usage usage = Usage.NONE;

  /**
   * @param base64 whether vectors are written as little-endian floats in base64, instead of as
   *     numbers
   */
  EmbeddingsEncoder(AnswerStart start, boolean base64) {
    this.start = start;
    this.base64 = base64;
    this.model = start.model();
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public byte[] encode(Event event) {
    return switch (event) {
      case Event.Started(String responseModel, _, _) -> {
        model = responseModel.isEmpty() ? start.model() : responseModel;
        yield NOTHING;
      }
      case Event.Embedding(int index, float[] vector) -> {
        vectors.put(index, vector);
        yield NOTHING;
      }
      case Event.UsageReported(Usage reported) -> {
        usage = reported;
        yield NOTHING;
      }
      case Event.Ended _ -> Json.write(list());
      case Event.Verbatim(byte[] bytes, _) -> bytes;
      case Event.VerbatimEnd(byte[] bytes, _, _) -> bytes;
      case Event.TextDelta _, Event.RefusalDelta _, Event.ToolCallDelta _ -> NOTHING;
      case Event.ThinkingDelta _, Event.ThinkingSignature _, Event.RedactedThinking _ -> NOTHING;
    };
  }

  private ObjectNode list() {
    ObjectNode list = Json.object().put("object", "list");
    ArrayNode data = list.putArray("data");
    vectors.forEach((index, vector) -> write(vector, data.addObject(), index));
    list.put("model", model);
    list.putObject("usage")
        .put("prompt_tokens", usage.inputTokens())
        .put("total_tokens", usage.inputTokens());
    return list;
  }

  private void write(float[] vector, ObjectNode entry, int index) {
    entry.put("object", "embedding").put("index", index);
    if (base64) {
      entry.put("embedding", Base64Floats.write(vector));
    } else {
      ArrayNode numbers = entry.putArray("embedding");
      for (float each : vector) {
        numbers.add(each);
      }
    }
  }
}
