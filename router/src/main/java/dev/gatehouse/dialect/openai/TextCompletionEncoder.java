package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;

/** Collects an answer and writes it as one {@code text_completion}. */
final class TextCompletionEncoder implements AnswerEncoder {
  private static final byte[] NOTHING = {};

  private final AnswerStart start;
  private final StringBuilder text = new StringBuilder();
  private String model;
  private Usage usage = Usage.NONE;

  TextCompletionEncoder(AnswerStart start) {
    this.start = start;
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
        model = responseModel.isEmpty() ? model : responseModel;
        yield NOTHING;
      }
      case Event.TextDelta(_, String piece) -> append(piece);
      case Event.RefusalDelta(_, String piece) -> append(piece);
      case Event.UsageReported(Usage reported) -> {
        usage = reported;
        yield NOTHING;
      }
      case Event.Ended(FinishReason reason, _) -> Json.write(completion(reason));
      case Event.Verbatim(byte[] bytes, _) -> bytes;
      case Event.VerbatimEnd(byte[] bytes, _, _) -> bytes;
      case Event.ThinkingDelta _, Event.ThinkingSignature _, Event.RedactedThinking _ -> NOTHING;
      case Event.ToolCallDelta _, Event.Embedding _ -> NOTHING;
    };
  }

  private byte[] append(String piece) {
    text.append(piece);
    return NOTHING;
  }

  private ObjectNode completion(FinishReason reason) {
    ObjectNode completion = completion(start, model);
    completion.putArray("choices").add(choice(text.toString()).put("finish_reason", word(reason)));
    completion.set("usage", CompletionEncoder.usage(usage));
    return completion;
  }

  /** A completion without choices. */
  static ObjectNode completion(AnswerStart start, String model) {
    return Json.object()
        .put("id", "cmpl-" + start.requestId())
        .put("object", "text_completion")
        .put("created", start.createdAt().getEpochSecond())
        .put("model", model);
  }

  /** A choice that has not ended. */
  static ObjectNode choice(String text) {
    return Json.object()
        .put("text", text)
        .put("index", 0)
        .putNull("logprobs")
        .putNull("finish_reason");
  }

  /** Completions know no tools. */
  static String word(FinishReason reason) {
    return switch (reason) {
      case STOP, TOOL_CALLS -> "stop";
      case LENGTH -> "length";
      case CONTENT_FILTER -> "content_filter";
    };
  }
}
