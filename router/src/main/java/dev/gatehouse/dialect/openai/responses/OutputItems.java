package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gatehouse.inference.Event;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.openai.ForeignReasoning;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The output of one answer as it grows, one item after the other. */
final class OutputItems {
  private final String requestId;
  private final ToolNames names;
  private final EventWriter events;
  private final ArrayNode items = Json.array();
  private @Nullable OpenItem open;

  /**
   * @param requestId becomes part of the items' ids
   * @param names what calls are called
   * @param events told of every step
   */
  OutputItems(String requestId, ToolNames names, EventWriter events) {
    this.requestId = requestId;
    this.names = names;
    this.events = events;
  }

  void text(String piece) {
    if (!piece.isEmpty()) {
      message().text(piece);
    }
  }

  void refusal(String piece) {
    if (!piece.isEmpty()) {
      message().refusal(piece);
    }
  }

  void thinking(String piece) {
    if (!piece.isEmpty()) {
      reasoning().thinking(piece);
    }
  }

  void signature(String signature) {
    reasoning().encrypted(ForeignReasoning.ofSignature(signature));
    close("completed");
  }

  void redacted(String data) {
    close("completed");
    reasoning().encrypted(ForeignReasoning.ofRedacted(data));
    close("completed");
  }

  void call(Event.ToolCallDelta piece) {
    OpenCall call =
        open instanceof OpenCall running && running.index() == piece.index()
            ? running
            : begin(new OpenCall(next("fc"), requireFirst(piece), names));
    call.arguments(piece.arguments());
  }

  private static Event.ToolCallDelta requireFirst(Event.ToolCallDelta piece) {
    if (piece.name().isEmpty()) {
      throw new IllegalStateException("a tool call goes on that has ended or never began");
    }
    return piece;
  }

  private OpenMessage message() {
    return open instanceof OpenMessage message ? message : begin(new OpenMessage(next("msg")));
  }

  private OpenReasoning reasoning() {
    return open instanceof OpenReasoning reasoning
        ? reasoning
        : begin(new OpenReasoning(next("rs")));
  }

  /** An answer that said nothing and is complete has an empty message. */
  void requireMessage() {
    if (items.isEmpty() && open == null) {
      message().empty();
    }
  }

  private <T extends OpenItem> T begin(T item) {
    open = item;
    return item;
  }

  private ItemEvents next(String kind) {
    close("completed");
    String id = String.format(Locale.ROOT, "%s_%s%02x", kind, requestId, items.size());
    return new ItemEvents(events, id, items.size());
  }

  /** Ends the item that grows, if there is one. */
  void close(String status) {
    if (open != null) {
      items.add(open.close(status));
      open = null;
    }
  }

  /** Every item that has ended, in order. */
  ArrayNode items() {
    return items;
  }
}
