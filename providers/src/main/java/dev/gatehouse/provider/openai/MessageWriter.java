package dev.gatehouse.provider.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import dev.gatehouse.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A conversation as OpenAI's {@code messages}. Nothing that says something is left out, save
 * reasoning of earlier turns where the server has no place for it.
 *
 * <p>Every tool result is a message of its own, right behind the call or the results before it;
 * what is not text in it follows in the next user message, since a tool message holds text alone.
 */
final class MessageWriter {
  private final ContentWriter contents;
  private final ServerProfile server;
  private final ArrayNode written = Json.array();
  private final List<ObjectNode> moved = new ArrayList<>();

  private MessageWriter(String providerName, ServerProfile server) {
    this.contents = new ContentWriter(providerName);
    this.server = server;
  }

  static ArrayNode write(String providerName, List<Message> messages, ServerProfile server) {
    MessageWriter writer = new MessageWriter(providerName, server);
    for (int i = 0; i < messages.size(); i++) {
      writer.add(messages.get(i), "messages[" + i + "]");
    }
    writer.addMoved();
    return writer.written;
  }

  private void add(Message message, String path) {
    switch (message.role()) {
      case SYSTEM -> addText("system", message);
      case DEVELOPER -> addText(server.developerRole() ? "developer" : "system", message);
      case USER, TOOL -> addUser(message, path);
      case ASSISTANT -> addAssistant(message);
    }
  }

  private void addText(String role, Message message) {
    addMoved();
    message(role, message).put("content", message.text());
  }

  private ObjectNode message(String role, Message message) {
    ObjectNode node = written.addObject().put("role", role);
    message.name().filter(name -> !name.isBlank()).ifPresent(name -> node.put("name", name));
    return node;
  }

  private void addUser(Message message, String path) {
    boolean results = false;
    List<ObjectNode> parts = new ArrayList<>();
    for (int i = 0; i < message.parts().size(); i++) {
      String field = path + ".content[" + i + "]";
      if (message.parts().get(i) instanceof Part.ToolResult result) {
        addResult(result, field);
        results = true;
      } else {
        parts.add(contents.part(message.parts().get(i), field));
      }
    }
    if (!parts.isEmpty() || (!results && message.role() == Role.USER)) {
      parts.addAll(0, moved);
      moved.clear();
      message("user", message).set("content", contents.content(parts));
    }
  }

  private void addResult(Part.ToolResult result, String path) {
    String text = result.text();
    boolean more = false;
    for (int i = 0; i < result.content().size(); i++) {
      if (!(result.content().get(i) instanceof Part.Text)) {
        move(result, contents.part(result.content().get(i), path + ".content[" + i + "]"), !more);
        more = true;
      }
    }
    String said = text.isEmpty() && more ? "The result follows in the next user message." : text;
    written
        .addObject()
        .put("role", "tool")
        .put("tool_call_id", ToolCallIds.carried(result.callId()))
        .put("content", result.error() ? "Error: " + said : said);
  }

  private void move(Part.ToolResult result, ObjectNode part, boolean first) {
    if (first) {
      moved.add(contents.text("Result of tool call " + ToolCallIds.carried(result.callId()) + ":"));
    }
    moved.add(part);
  }

  private void addMoved() {
    if (!moved.isEmpty()) {
      written.addObject().put("role", "user").set("content", contents.content(moved));
      moved.clear();
    }
  }

  private void addAssistant(Message message) {
    addMoved();
    String text = said(message);
    List<Part.ToolCall> calls =
        message.parts().stream()
            .filter(Part.ToolCall.class::isInstance)
            .map(Part.ToolCall.class::cast)
            .toList();
    String thinking = server.reasoningContent() ? thinking(message) : "";
    if (text.isEmpty() && calls.isEmpty() && thinking.isEmpty()) {
      return;
    }
    ObjectNode node = message("assistant", message);
    node.put("content", text.isEmpty() && !calls.isEmpty() ? null : text);
    if (!thinking.isEmpty()) {
      node.put("reasoning_content", thinking);
    }
    if (!calls.isEmpty()) {
      ArrayNode sent = node.putArray("tool_calls");
      calls.forEach(call -> add(sent, call));
    }
  }

  private static String said(Message message) {
    return message.parts().stream()
        .map(
            part ->
                switch (part) {
                  case Part.Text(var text) -> text;
                  case Part.Refusal(var text) -> text;
                  case Part.Thinking _, Part.RedactedThinking _, Part.ToolCall _ -> "";
                  case Part.ToolResult _, Part.Image _, Part.Audio _, Part.File _ -> "";
                })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String thinking(Message message) {
    return message.parts().stream()
        .filter(Part.Thinking.class::isInstance)
        .map(part -> ((Part.Thinking) part).text())
        .collect(Collectors.joining("\n"));
  }

  private static void add(ArrayNode calls, Part.ToolCall call) {
    ObjectNode node =
        calls.addObject().put("id", ToolCallIds.carried(call.id())).put("type", "function");
    node.putObject("function")
        .put("name", call.name())
        .put("arguments", call.arguments().isBlank() ? "{}" : call.arguments());
  }
}
