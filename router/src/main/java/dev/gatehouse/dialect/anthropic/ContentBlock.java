package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One content block of an answer, as it grows. Its text can be taken piece by piece for a stream,
 * or be had at the end.
 */
final class ContentBlock {
  private final Kind kind;
  private final String id;
  private final String name;
  private final StringBuilder text = new StringBuilder();
  private int taken;
  private String signature = "";

  private ContentBlock(Kind kind, String id, String name) {
    this.kind = kind;
    this.id = id;
    this.name = name;
  }

  /** What a block holds. */
  private enum Kind {
    TEXT,
    THINKING,
    REDACTED_THINKING,
    TOOL_USE
  }

  static ContentBlock ofText() {
    return new ContentBlock(Kind.TEXT, "", "");
  }

  static ContentBlock ofThinking() {
    return new ContentBlock(Kind.THINKING, "", "");
  }

  static ContentBlock ofRedactedThinking(String data) {
    return new ContentBlock(Kind.REDACTED_THINKING, "", "").append(data);
  }

  static ContentBlock ofToolUse(String id, String name) {
    return new ContentBlock(Kind.TOOL_USE, id, name);
  }

  ContentBlock append(String piece) {
    text.append(piece);
    return this;
  }

  void sign(String proof) {
    signature = proof;
  }

  boolean isText() {
    return kind == Kind.TEXT;
  }

  /** Whether more thinking belongs to it. */
  boolean isUnsignedThinking() {
    return kind == Kind.THINKING && signature.isEmpty();
  }

  boolean isToolUse() {
    return kind == Kind.TOOL_USE;
  }

  /**
   * Whether nothing can be added to it any more once another block has begun: text is never gone
   * back to, and a tool's input is whole when it is JSON.
   */
  boolean whole() {
    return switch (kind) {
      case TEXT, THINKING, REDACTED_THINKING -> true;
      case TOOL_USE -> endsLikeAnObject() && input().isPresent();
    };
  }

  private boolean endsLikeAnObject() {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return text.charAt(i) == '}';
      }
    }
    return false;
  }

  private Optional<JsonNode> input() {
    if (text.toString().isBlank()) {
      return Optional.of(Json.object());
    }
    try {
      JsonNode read = Json.read(text.toString().getBytes(StandardCharsets.UTF_8));
      return Optional.of(read).filter(JsonNode::isObject);
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /** The block as a stream shows it when it begins. */
  ObjectNode opening() {
    return switch (kind) {
      case TEXT -> typed("text").put("text", "");
      case THINKING -> typed("thinking").put("thinking", "").put("signature", "");
      case REDACTED_THINKING -> typed("redacted_thinking").put("data", take());
      case TOOL_USE -> {
        ObjectNode use = typed("tool_use").put("id", id).put("name", name);
        use.putObject("input");
        yield use;
      }
    };
  }

  /** The block whole. */
  ObjectNode closed() {
    return switch (kind) {
      case TEXT -> typed("text").put("text", text.toString());
      case THINKING ->
          typed("thinking").put("thinking", text.toString()).put("signature", signature);
      case REDACTED_THINKING -> typed("redacted_thinking").put("data", text.toString());
      case TOOL_USE -> {
        ObjectNode use = typed("tool_use").put("id", id).put("name", name);
        use.set("input", input().orElseGet(this::asWritten));
        yield use;
      }
    };
  }

  /**
   * Input that a model wrote wrongly, or that was cut: it must be an object, and what was written
   * must not be lost.
   */
  private JsonNode asWritten() {
    return Json.object().put("arguments", text.toString());
  }

  /** A piece of a stream with what has been added since the last one; empty where nothing was. */
  Optional<ObjectNode> delta() {
    String piece = take();
    if (piece.isEmpty()) {
      return Optional.empty();
    }
    return switch (kind) {
      case TEXT -> Optional.of(typed("text_delta").put("text", piece));
      case THINKING -> Optional.of(typed("thinking_delta").put("thinking", piece));
      case TOOL_USE -> Optional.of(typed("input_json_delta").put("partial_json", piece));
      case REDACTED_THINKING -> Optional.empty();
    };
  }

  /** The last piece of a stream; empty where there is none of its own. */
  Optional<ObjectNode> lastDelta() {
    return switch (kind) {
      case TEXT, REDACTED_THINKING -> Optional.empty();
      case THINKING ->
          signature.isEmpty()
              ? Optional.empty()
              : Optional.of(typed("signature_delta").put("signature", signature));
      case TOOL_USE ->
          text.toString().isBlank()
              ? Optional.of(typed("input_json_delta").put("partial_json", "{}"))
              : Optional.empty();
    };
  }

  /** Only a tool's input is needed once more, to tell when it is whole. */
  private String take() {
    String piece = text.substring(taken);
    if (isToolUse()) {
      taken = text.length();
    } else {
      text.setLength(0);
    }
    return piece;
  }

  private static ObjectNode typed(String type) {
    return Json.object().put("type", type);
  }
}
