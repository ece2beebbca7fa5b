package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of streamed tool calls, put in order: each call has an index of its own, rising from
 * 0, and every piece its id and name, also where the upstream gives every call the index 0 or none,
 * repeats ids, or sends them late. For one answer, one thread.
 */
final class ToolCallPieces {
  private final Map<Integer, Call> latest = new HashMap<>();
  private final List<Call> all = new ArrayList<>();
  private @Nullable Call current;

  /** Whether a call was seen. */
  boolean any() {
    return !all.isEmpty();
  }

  /** What to hand on of these pieces, as {@code tool_calls} entries; may be empty. */
  List<ObjectNode> read(JsonNode pieces) {
    List<ObjectNode> ready = new ArrayList<>();
    for (JsonNode piece : pieces) {
      Piece read = Piece.read(piece);
      if (!read.isEmpty()) {
        Call call = call(read);
        if (current != null && current != call) {
          current.release(ready);
        }
        current = call;
        call.add(read, ready);
      }
    }
    return ready;
  }

  /** What is still held back because no id ever came. */
  List<ObjectNode> rest() {
    List<ObjectNode> ready = new ArrayList<>();
    all.forEach(call -> call.release(ready));
    return ready;
  }

  private Call call(Piece piece) {
    Call known = piece.index().isPresent() ? latest.get(piece.index().get()) : current;
    if (known != null && !known.isOver(piece)) {
      return known;
    }
    Call begun = new Call(all.size());
    all.add(begun);
    latest.put(piece.index().orElse(begun.position), begun);
    return begun;
  }

  /**
   * One entry of a delta's {@code tool_calls}.
   *
   * @param id empty text where it has none
   * @param name empty text where it has none
   * @param arguments a fragment; a custom tool's input stands here as well
   */
  private record Piece(Optional<Integer> index, String id, String name, String arguments) {

    static Piece read(JsonNode entry) {
      JsonNode called = entry.has("custom") ? entry.path("custom") : entry.path("function");
      JsonNode arguments = called.has("input") ? called.path("input") : called.path("arguments");
      JsonNode index = entry.path("index");
      return new Piece(
          index.isInt() ? Optional.of(index.intValue()) : Optional.empty(),
          text(entry.path("id")),
          text(called.path("name")),
          arguments.isContainerNode() ? arguments.toString() : text(arguments));
    }

    private static String text(JsonNode node) {
      return node.isTextual() ? node.textValue() : "";
    }

    boolean isEmpty() {
      return id.isEmpty() && name.isEmpty() && arguments.isEmpty();
    }
  }

  /** One call as far as it came. */
  private static final class Call {
    private final int position;
    private final StringBuilder held = new StringBuilder();
    private String id = "";
    private String name = "";
    private boolean whole;
    private boolean released;

    Call(int position) {
      this.position = position;
    }

    /** Whether a piece of the same index belongs to another call. */
    boolean isOver(Piece piece) {
      boolean otherId = !id.isEmpty() && !piece.id().isEmpty() && !id.equals(piece.id());
      boolean namedAnew = !piece.name().isEmpty() && piece.id().isEmpty() && whole;
      return otherId || namedAnew;
    }

    void add(Piece piece, List<ObjectNode> ready) {
      id = id.isEmpty() ? piece.id() : id;
      name = name.isEmpty() ? piece.name() : name;
      whole = piece.arguments().endsWith("}");
      held.append(piece.arguments());
      if (released || (!id.isEmpty() && !name.isEmpty())) {
        release(ready);
      }
    }

    /** An id that never comes is made up by whoever hands the call on. */
    void release(List<ObjectNode> ready) {
      if (released && held.isEmpty()) {
        return;
      }
      ObjectNode entry = Json.object().put("index", position).put("id", id).put("type", "function");
      entry.putObject("function").put("name", name).put("arguments", held.toString());
      ready.add(entry);
      held.setLength(0);
      released = true;
    }
  }
}
