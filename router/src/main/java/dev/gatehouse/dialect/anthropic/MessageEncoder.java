package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.dialect.AnswerEncoder;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.Json;

/** Collects an answer and writes it as one message. */
final class MessageEncoder implements AnswerEncoder {
  private static final byte[] NOTHING = {};

  private final Answer answer;

  MessageEncoder(Answer answer) {
    this.answer = answer;
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public byte[] encode(Event event) {
    answer.add(event);
    return switch (event) {
      case Event.Ended ended -> Json.write(message(ended));
      case Event.Verbatim(byte[] bytes, _) -> bytes;
      case Event.VerbatimEnd(byte[] bytes, _, _) -> bytes;
      case Event.Started _, Event.TextDelta _, Event.RefusalDelta _, Event.ToolCallDelta _ ->
          NOTHING;
      case Event.ThinkingDelta _, Event.ThinkingSignature _, Event.RedactedThinking _ -> NOTHING;
      case Event.UsageReported _, Event.Embedding _ -> NOTHING;
    };
  }

  private ObjectNode message(Event.Ended ended) {
    ObjectNode message = answer.message();
    ArrayNode content = message.putArray("content");
    answer.blocks().forEach(block -> content.add(block.closed()));
    message.setAll(answer.ending(ended));
    return message;
  }
}
