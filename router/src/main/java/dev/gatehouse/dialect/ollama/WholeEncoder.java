package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;

/** Collects an answer and writes it as one object. */
final class WholeEncoder implements AnswerEncoder {
  private static final byte[] NOTHING = {};

  private final AnswerForm form;
  private final AnswerStart start;
  private final Ending ending;
  private final StringBuilder content = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private final ToolCalls calls = new ToolCalls();
  private String model;

  WholeEncoder(AnswerForm form, AnswerStart start) {
    this.form = form;
    this.start = start;
    this.ending = new Ending(start);
    this.model = start.model();
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
      case Event.TextDelta(_, String text) -> collect(content, text);
      case Event.RefusalDelta(_, String text) -> collect(content, text);
      case Event.ThinkingDelta(_, String text) -> collect(thinking, text);
      case Event.ToolCallDelta call -> {
        ending.piece();
        calls.add(call);
      }
      case Event.ThinkingSignature _, Event.RedactedThinking _, Event.Embedding _ -> {}
      case Event.UsageReported(Usage usage) -> ending.reported(usage);
      case Event.Ended(FinishReason reason, _) -> {
        return answer(reason);
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

  private void collect(StringBuilder place, String text) {
    ending.piece();
    place.append(text);
  }

  private byte[] answer(FinishReason reason) {
    Said called = calls.said();
    content.append(called.content());
    ObjectNode answer =
        Json.object().put("model", model).put("created_at", Timestamp.of(start.clock().instant()));
    form.say(answer, new Said(content.toString(), thinking.toString(), called.toolCalls()));
    ending.writeTo(answer, reason);
    return Json.write(answer);
  }
}
