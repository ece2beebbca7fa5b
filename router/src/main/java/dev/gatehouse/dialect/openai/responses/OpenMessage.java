package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;

/** A message that still grows: parts of text and refusal, one after the other. */
final class OpenMessage implements OpenItem {
  private final ItemEvents events;
  private final ArrayNode content = Json.array();
  private final StringBuilder growing = new StringBuilder();
  private Kind kind = Kind.NONE;

  /** What the part that still grows is. */
  private enum Kind {
    NONE,
    TEXT,
    REFUSAL
  }

  OpenMessage(ItemEvents events) {
    this.events = events;
    events.item("response.output_item.added", item("in_progress"));
  }

  void text(String piece) {
    become(Kind.TEXT);
    growing.append(piece);
    ObjectNode delta = part("response.output_text.delta").put("delta", piece);
    delta.putArray("logprobs");
    events.write(delta);
  }

  void refusal(String piece) {
    become(Kind.REFUSAL);
    growing.append(piece);
    events.write(part("response.refusal.delta").put("delta", piece));
  }

  /** Begins a text, for a message that is complete without having said anything. */
  void empty() {
    become(Kind.TEXT);
  }

  private void become(Kind next) {
    if (kind != next) {
      endPart();
      kind = next;
      ObjectNode event = part("response.content_part.added");
      event.set("part", content(next, ""));
      events.write(event);
    }
  }

  private void endPart() {
    switch (kind) {
      case NONE -> {
        return;
      }
      case TEXT -> {
        ObjectNode done = part("response.output_text.done").put("text", growing.toString());
        done.putArray("logprobs");
        events.write(done);
      }
      case REFUSAL ->
          events.write(part("response.refusal.done").put("refusal", growing.toString()));
    }
    ObjectNode whole = content(kind, growing.toString());
    ObjectNode event = part("response.content_part.done");
    event.set("part", whole);
    events.write(event);
    content.add(whole);
    growing.setLength(0);
    kind = Kind.NONE;
  }

  private ObjectNode part(String type) {
    return events.event(type).put("content_index", content.size());
  }

  private static ObjectNode content(Kind kind, String text) {
    if (kind == Kind.REFUSAL) {
      return Json.object().put("type", "refusal").put("refusal", text);
    }
    ObjectNode part = Json.object().put("type", "output_text");
    part.putArray("annotations");
    part.putArray("logprobs");
    return part.put("text", text);
  }

  @Override
  public ObjectNode close(String status) {
    endPart();
    ObjectNode item = item(status);
    events.item("response.output_item.done", item);
    return item;
  }

  private ObjectNode item(String status) {
    ObjectNode item =
        Json.object().put("id", events.itemId()).put("type", "message").put("status", status);
    item.set("content", content.deepCopy());
    return item.put("role", "assistant");
  }
}
