package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.Json;
import java.util.Optional;

/** A function call whose arguments still grow. */
final class OpenCall implements OpenItem {
  private final ItemEvents events;
  private final Event.ToolCallDelta first;
  private final Optional<ToolNames.Namespaced> namespaced;
  private final StringBuilder arguments = new StringBuilder();

  /**
   * @param first the call's first piece, with id and name; its arguments are not taken yet
   */
  OpenCall(ItemEvents events, Event.ToolCallDelta first, ToolNames names) {
    this.events = events;
    this.first = first;
    this.namespaced = names.namespaced(first.name());
    events.item("response.output_item.added", item("in_progress"));
  }

  /** Which call of the answer it is. */
  int index() {
    return first.index();
  }

  void arguments(String piece) {
    if (!piece.isEmpty()) {
      arguments.append(piece);
      events.write(events.event("response.function_call_arguments.delta").put("delta", piece));
    }
  }

  @Override
  public ObjectNode close(String status) {
    events.write(
        events
            .event("response.function_call_arguments.done")
            .put("name", name())
            .put("arguments", arguments.toString()));
    ObjectNode item = item(status);
    events.item("response.output_item.done", item);
    return item;
  }

  private String name() {
    return namespaced.map(ToolNames.Namespaced::name).orElse(first.name());
  }

  private ObjectNode item(String status) {
    ObjectNode item =
        Json.object()
            .put("id", events.itemId())
            .put("type", "function_call")
            .put("status", status)
            .put("arguments", arguments.toString())
            .put("call_id", first.id())
            .put("name", name());
    namespaced.ifPresent(each -> item.put("namespace", each.namespace()));
    return item;
  }
}
