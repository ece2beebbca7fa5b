package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the events of one output item.
 *
 * @param itemId its id
 * @param outputIndex its place among the output items, from 0
 */
record ItemEvents(EventWriter events, String itemId, int outputIndex) {

  /** The item begins or is complete. */
  void item(String type, ObjectNode item) {
    ObjectNode event = EventWriter.event(type).put("output_index", outputIndex);
    event.set("item", item.deepCopy());
    events.write(event);
  }

  /** An event about the item that has the rest yet to be put in; see {@link #write}. */
  ObjectNode event(String type) {
    return EventWriter.event(type).put("item_id", itemId).put("output_index", outputIndex);
  }

  void write(ObjectNode event) {
    events.write(event);
  }
}
