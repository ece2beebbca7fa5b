package dev.gatehouse.dialect.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields {@code system} and {@code messages}. */
final class ConversationDecoder {
  private final Fields fields;
  private final Demands demands;
  private final List<Message> messages = new ArrayList<>();

  ConversationDecoder(Fields fields, Demands demands) {
    this.fields = fields;
    this.demands = demands;
  }

  List<Message> decode() {
    system();
    int count = fields.array("messages").size();
    if (!fields.has("messages")) {
      throw new InvalidRequestException("messages", "Field required");
    }
    if (count == 0) {
      throw new InvalidRequestException("messages", "at least one message is required");
    }
    ToolPairs pairs = new ToolPairs();
    for (int i = 0; i < count; i++) {
      Fields message = fields.element("messages", i);
      Role role = role(message);
      List<Part> parts = parts(message, role, i == count - 1);
      pairs.add(role, parts, message.path());
      add(role, parts);
    }
    pairs.requireComplete();
    return messages;
  }

  private void system() {
    JsonNode system = fields.get("system");
    List<Part> parts = new ArrayList<>();
    if (system.isTextual() && !system.textValue().isEmpty()) {
      parts.add(new Part.Text(system.textValue()));
    } else if (system.isArray()) {
      for (int i = 0; i < system.size(); i++) {
        Fields block = fields.element("system", i);
        demands.hintIfCached(block);
        parts.add(new Part.Text(block.text("text")));
      }
    } else if (!system.isMissingNode() && !system.isTextual()) {
      throw fields.wrong("system", "a string or an array of text blocks");
    }
    if (!parts.isEmpty()) {
      messages.add(new Message(Role.SYSTEM, parts, Optional.empty()));
    }
  }

  private static Role role(Fields message) {
    return switch (message.text("role")) {
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      case "system" -> Role.SYSTEM;
      default ->
          throw new InvalidRequestException(
              message.path() + ".role", "Input should be 'user' or 'assistant'");
    };
  }

  private List<Part> parts(Fields message, Role role, boolean last) {
    JsonNode content = message.get("content");
    if ((content.isTextual() && content.textValue().isEmpty())
        || (content.isArray() && content.isEmpty())) {
      if (role == Role.ASSISTANT && last) {
        return List.of();
      }
      throw new InvalidRequestException(
          message.path(),
          "all messages must have non-empty content except for the optional final assistant"
              + " message");
    }
    return new ContentDecoder(role, demands).decode(message);
  }

  /**
   * A turn with results of tools is parted: each result becomes a message of its own, as every
   * other protocol has it, and what stands between and behind them stays where it is.
   */
  private void add(Role role, List<Part> parts) {
    List<Part> run = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.ToolResult) {
        flush(role, run);
        messages.add(new Message(Role.TOOL, List.of(part), Optional.empty()));
      } else {
        run.add(part);
      }
    }
    if (!run.isEmpty() || parts.isEmpty()) {
      messages.add(new Message(role, run, Optional.empty()));
    }
  }

  private void flush(Role role, List<Part> run) {
    if (!run.isEmpty()) {
      messages.add(new Message(role, run, Optional.empty()));
      run.clear();
    }
  }
}
