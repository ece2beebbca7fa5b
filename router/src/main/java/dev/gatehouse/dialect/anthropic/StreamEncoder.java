package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.Json;
import java.io.ByteArrayOutputStream;

/**
 * Writes a message as events. Blocks follow each other: what comes for a block that is not open yet
 * waits until those before it are whole. Nothing is written before there is content, so that
 * another upstream can still take over.
 */
final class StreamEncoder implements AnswerEncoder {
  private final Answer answer;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean begun;
  private boolean open;
  private int index;

  StreamEncoder(Answer answer) {
    this.answer = answer;
  }

  @Override
  public String contentType() {
    return "text/event-stream";
  }

  @Override
  public byte[] encode(Event event) {
    answer.add(event);
    switch (event) {
      case Event.Ended ended -> end(ended);
      case Event.Verbatim(byte[] bytes, _) -> out.writeBytes(bytes);
      case Event.VerbatimEnd(byte[] bytes, _, _) -> out.writeBytes(bytes);
      case Event.TextDelta _, Event.RefusalDelta _, Event.ToolCallDelta _ -> proceed(false);
      case Event.ThinkingDelta _, Event.ThinkingSignature _, Event.RedactedThinking _ ->
          proceed(false);
      case Event.Started _, Event.UsageReported _, Event.Embedding _ -> {}
    }
    byte[] bytes = out.toByteArray();
    out.reset();
    return bytes;
  }

  /** Writes whatever can go out now. */
  private void proceed(boolean ended) {
    while (index < answer.blocks().size()) {
      ContentBlock block = answer.blocks().get(index);
      grow(block);
      boolean last = index == answer.blocks().size() - 1;
      if (!ended && (last || !block.whole())) {
        return;
      }
      block.lastDelta().ifPresent(this::delta);
      event("content_block_stop", Json.object().put("index", index));
      open = false;
      index++;
    }
  }

  private void grow(ContentBlock block) {
    if (!open) {
      begin();
      ObjectNode start = Json.object().put("index", index);
      start.set("content_block", block.opening());
      event("content_block_start", start);
      open = true;
    }
    block.delta().ifPresent(this::delta);
  }

  private void delta(ObjectNode delta) {
    ObjectNode event = Json.object().put("index", index);
    event.set("delta", delta);
    event("content_block_delta", event);
  }

  private void begin() {
    if (!begun) {
      begun = true;
      ObjectNode start = Json.object();
      start.set("message", answer.beginning());
      event("message_start", start);
      out.writeBytes(ServerSentEvent.PING.bytes());
    }
  }

  private void end(Event.Ended ended) {
    begin();
    proceed(true);
    ObjectNode delta = Json.object();
    delta.set("delta", answer.ending(ended));
    delta.set("usage", UsageJson.counts(answer.usage()));
    event("message_delta", delta);
    event("message_stop", Json.object());
  }

  private void event(String type, ObjectNode members) {
    out.writeBytes(ServerSentEvent.of(type, members).bytes());
  }
}
