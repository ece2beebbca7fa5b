package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.dialect.AnswerStart;
import dev.gatehouse.inference.Event;
import dev.gatehouse.inference.FinishReason;
import dev.gatehouse.inference.Usage;
import dev.gatehouse.json.Json;
import java.io.ByteArrayOutputStream;

/** Writes a line of JSON for each piece; the last one says nothing but how it ended. */
final class LineEncoder implements AnswerEncoder {
  private static final byte[] NOTHING = {};

  private final AnswerForm form;
  private final AnswerStart start;
  private final Ending ending;
  private final ToolCalls calls = new ToolCalls();
  private String model;

  LineEncoder(AnswerForm form, AnswerStart start) {
    this.form = form;
    this.start = start;
    this.ending = new Ending(start);
    this.model = start.model();
  }

  @Override
  public String contentType() {
    return "application/x-ndjson";
  }

  @Override
  public byte[] encode(Event event) {
    return switch (event) {
      case Event.Started started -> started(started);
      case Event.TextDelta(_, String text) -> piece(Said.text(text));
      case Event.RefusalDelta(_, String text) -> piece(Said.text(text));
      case Event.ThinkingDelta(_, String text) -> piece(Said.thought(text));
      case Event.ToolCallDelta call -> collect(call);
      case Event.ThinkingSignature _, Event.RedactedThinking _, Event.Embedding _ -> NOTHING;
      case Event.UsageReported(Usage usage) -> {
        ending.reported(usage);
        yield NOTHING;
      }
      case Event.Ended(FinishReason reason, _) -> end(reason);
      case Event.Verbatim(byte[] bytes, _) -> bytes;
      case Event.VerbatimEnd(byte[] bytes, _, _) -> bytes;
    };
  }

  private byte[] started(Event.Started started) {
    if (!started.responseModel().isEmpty()) {
      model = started.responseModel();
    }
    return NOTHING;
  }

  private byte[] collect(Event.ToolCallDelta call) {
    ending.piece();
    calls.add(call);
    return NOTHING;
  }

  private byte[] piece(Said said) {
    ending.piece();
    return Lines.of(line(said).put("done", false));
  }

  private byte[] end(FinishReason reason) {
    ByteArrayOutputStream last = new ByteArrayOutputStream();
    if (!calls.isEmpty()) {
      last.writeBytes(piece(calls.said()));
    }
    ObjectNode done = line(Said.NOTHING);
    ending.writeTo(done, reason);
    last.writeBytes(Lines.of(done));
    return last.toByteArray();
  }

  private ObjectNode line(Said said) {
    ObjectNode line =
        Json.object().put("model", model).put("created_at", Timestamp.of(start.clock().instant()));
    form.say(line, said);
    return line;
  }
}
