package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;

/** Reasoning that still grows, shown as its summary. */
final class OpenReasoning implements OpenItem {
  private final ItemEvents events;
  private final StringBuilder summary = new StringBuilder();
  private String encryptedContent = "";

  OpenReasoning(ItemEvents events) {
    this.events = events;
    events.item("response.output_item.added", item());
  }

  void thinking(String piece) {
    if (summary.isEmpty()) {
      ObjectNode added = event("response.reasoning_summary_part.added");
      added.set("part", part());
      events.write(added);
    }
    summary.append(piece);
    events.write(event("response.reasoning_summary_text.delta").put("delta", piece));
  }

  /** Puts in what must come back with the next turn, so that the model can go on from it. */
  void encrypted(String content) {
    encryptedContent = content;
  }

  @Override
  public ObjectNode close(String status) {
    if (!summary.isEmpty()) {
      events.write(event("response.reasoning_summary_text.done").put("text", summary.toString()));
      ObjectNode done = event("response.reasoning_summary_part.done");
      done.set("part", part());
      events.write(done);
    }
    ObjectNode item = item();
    events.item("response.output_item.done", item);
    return item;
  }

  private ObjectNode event(String type) {
    return events.event(type).put("summary_index", 0);
  }

  private ObjectNode part() {
    return Json.object().put("type", "summary_text").put("text", summary.toString());
  }

  private ObjectNode item() {
    ObjectNode item = Json.object().put("id", events.itemId()).put("type", "reasoning");
    if (!encryptedContent.isEmpty()) {
      item.put("encrypted_content", encryptedContent);
    }
    ArrayNode parts = item.putArray("summary");
    if (!summary.isEmpty()) {
      parts.add(part());
    }
    return item;
  }
}
