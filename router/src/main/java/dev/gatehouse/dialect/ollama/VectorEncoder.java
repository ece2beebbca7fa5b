package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects vectors, in the order of their inputs, and writes them as one object. */
final class VectorEncoder implements AnswerEncoder {
  private static final byte[] NOTHING = {};

  private final AnswerStart start;
  private final Function<VectorEncoder, ObjectNode> form;
  private final SortedMap<Integer, float[]> vectors = new TreeMap<>();
  private String model;
  private Usage usage = Usage.NONE;

  private VectorEncoder(AnswerStart start, Function<VectorEncoder, ObjectNode> form) {
    this.start = start;
    this.form = form;
    this.model = start.model();
  }

  /** As {@code /api/embed} answers. */
  static AnswerEncoder several(AnswerStart start) {
    return new VectorEncoder(start, VectorEncoder::embeddings);
  }

  /** As {@code /api/embeddings} answers. */
  static AnswerEncoder one(AnswerStart start) {
    return new VectorEncoder(start, VectorEncoder::embedding);
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public byte[] encode(Event event) {
    switch (event) {
      case Event.Started(String responseModel, _, _) ->
          model = responseModel.isEmpty() ? model : responseModel;
      case Event.Embedding(int index, float[] vector) -> vectors.put(index, vector);
      case Event.UsageReported(Usage counted) -> usage = counted;
      case Event.TextDelta _, Event.ThinkingDelta _, Event.ToolCallDelta _ -> {}
      case Event.RefusalDelta _, Event.ThinkingSignature _, Event.RedactedThinking _ -> {}
      case Event.Ended _ -> {
        return Json.write(form.apply(this));
      }
      case Event.Verbatim(byte[] bytes, _) -> {
        return bytes;
      }
      case Event.VerbatimEnd(byte[] bytes, _, _) -> {
        return bytes;
      }
    }
    return NOTHING;
  }

  private ObjectNode embeddings() {
    ObjectNode answer = Json.object().put("model", model);
    ArrayNode all = answer.putArray("embeddings");
    vectors.values().forEach(vector -> write(all.addArray(), vector));
    return answer
        .put("total_duration", Ending.nanos(start.createdAt(), start.clock().instant()))
        .put("load_duration", 0)
        .put("prompt_eval_count", usage.inputTokens());
  }

  private ObjectNode embedding() {
    ObjectNode answer = Json.object();
    ArrayNode only = answer.putArray("embedding");
    vectors.values().stream().limit(1).forEach(vector -> write(only, vector));
    return answer;
  }

  private static void write(ArrayNode array, float[] vector) {
    for (float number : vector) {
      array.add(number);
    }
  }
}
