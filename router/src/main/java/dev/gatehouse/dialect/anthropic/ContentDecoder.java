package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code content} of a message, of a result of a tool, or of a document. */
final class ContentDecoder {
  private final Role role;
  private final Demands demands;

  /**
   * @param role whose turn it is
   */
  ContentDecoder(Role role, Demands demands) {
    this.role = role;
    this.demands = demands;
  }

  /** A string or an array of blocks, in the member {@code content}. */
  List<Part> decode(Fields owner) {
    JsonNode content = owner.get("content");
    if (content.isTextual()) {
      return List.of(new Part.Text(content.textValue()));
    }
    if (!content.isArray()) {
      throw owner.wrong("content", "a string or an array of blocks");
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      Fields block = owner.element("content", i);
      demands.hintIfCached(block);
      parts.addAll(block(block));
    }
    return parts;
  }

  private List<Part> block(Fields block) {
    return switch (block.text("type")) {
      case "text" -> List.of(text(block));
      case "image" -> List.of(new Sources(demands).image(block));
      case "document" -> document(block);
      case "search_result" -> searchResult(block);
      case "thinking" ->
          List.of(
              new Part.Thinking(
                  block.text("thinking"), block.optionalText("signature").orElse("")));
      case "redacted_thinking" -> List.of(new Part.RedactedThinking(block.text("data")));
      case "tool_use" -> List.of(toolUse(block));
      case "tool_result" -> List.of(toolResult(block));
      default -> unknown(block);
    };
  }

  /** What Anthropic's own tools left, and what is newer than this: only Anthropic can read it. */
  private List<Part> unknown(Fields block) {
    demands.need(Capability.VERBATIM_FIELDS, block.path() + ".type");
    return List.of();
  }

  private static Part text(Fields block) {
    String text = block.text("text");
    if (text.isEmpty()) {
      throw new InvalidRequestException("messages", "text content blocks must be non-empty");
    }
    return new Part.Text(text);
  }

  private List<Part> document(Fields block) {
    needIfCited(block);
    return new Sources(demands).document(block, this);
  }

  private List<Part> searchResult(Fields block) {
    needIfCited(block);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Text(block.text("title") + "\n" + block.text("source")));
    parts.addAll(decode(block));
    return parts;
  }

  private void needIfCited(Fields block) {
    if (block.has("citations") && block.object("citations").flag("enabled")) {
      demands.need(Capability.VERBATIM_FIELDS, block.path() + ".citations");
    }
  }

  private Part toolUse(Fields block) {
    requireRole(block, Role.ASSISTANT, "assistant");
    return new Part.ToolCall(
        block.text("id"), block.text("name"), block.object("input").object().toString());
  }

  private Part toolResult(Fields block) {
    requireRole(block, Role.USER, "user");
    List<Part> content = block.has("content") ? decode(block) : List.of();
    return new Part.ToolResult(block.text("tool_use_id"), content, block.flag("is_error"));
  }

  private void requireRole(Fields block, Role expected, String word) {
    if (role != expected) {
      throw new InvalidRequestException(
          block.path(),
          "`" + block.text("type") + "` blocks can only be in `" + word + "` messages");
    }
  }
}
