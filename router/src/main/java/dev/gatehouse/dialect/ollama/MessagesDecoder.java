package dev.gatehouse.dialect.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the messages of a chat. Ollama's tool calls need no id and its results name the tool at
 * most: calls without one are given one, the same in every turn of a conversation, and results are
 * paired with the calls before them in order.
 */
final class MessagesDecoder {
  private final Fields body;
  private final List<Part.ToolCall> unanswered = new ArrayList<>();
  private int calls;

  MessagesDecoder(Fields body) {
    this.body = body;
  }

  List<Message> decode() {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < body.array("messages").size(); i++) {
      messages.add(message(body.element("messages", i)));
    }
    return messages;
  }

  private Message message(Fields message) {
    Role role = role(message);
    List<Part> parts = new ArrayList<>();
    message
        .optionalText("thinking")
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> parts.add(new Part.Thinking(text, "")));
    if (role == Role.TOOL) {
      parts.add(new Part.ToolResult(callId(message), content(message), false));
    } else {
      parts.addAll(content(message));
      parts.addAll(toolCalls(message));
    }
    return new Message(role, parts, Optional.empty());
  }

  private static Role role(Fields message) {
    return switch (message.text("role").toLowerCase(Locale.ROOT)) {
      case "system" -> Role.SYSTEM;
      case "developer" -> Role.DEVELOPER;
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      case "tool" -> Role.TOOL;
      default ->
          throw new InvalidRequestException(
              message.path() + ".role", "expected system, user, assistant or tool");
    };
  }

  private static List<Part> content(Fields message) {
    List<Part> content = new ArrayList<>(Images.of(message));
    message
        .optionalText("content")
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> content.add(new Part.Text(text)));
    return content;
  }

  private List<Part.ToolCall> toolCalls(Fields message) {
    int count = message.array("tool_calls").size();
    List<Part.ToolCall> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(toolCall(message.element("tool_calls", i)));
    }
    if (count > 0) {
      unanswered.clear();
      unanswered.addAll(made);
    }
    return made;
  }

  private Part.ToolCall toolCall(Fields call) {
    Fields function = call.object("function");
    String given = call.optionalText("id").orElse("");
    return new Part.ToolCall(
        given.isEmpty() ? newId() : given, function.text("name"), arguments(function));
  }

  /** Nine letters and digits, which is what the strictest vendor (Mistral) takes. */
  private String newId() {
    return String.format(Locale.ROOT, "call%05d", calls++);
  }

  private static String arguments(Fields function) {
    JsonNode arguments =
        function.has("arguments") ? function.object("arguments").object() : Json.object();
    return new String(Json.write(arguments), StandardCharsets.UTF_8);
  }

  private String callId(Fields result) {
    Optional<String> id = result.optionalText("tool_call_id").filter(text -> !text.isEmpty());
    Optional<String> tool = result.optionalText("tool_name").or(() -> result.optionalText("name"));
    Optional<Part.ToolCall> answered =
        unanswered.stream()
            .filter(call -> id.map(call.id()::equals).orElse(true))
            .filter(call -> id.isPresent() || tool.map(call.name()::equals).orElse(true))
            .findFirst()
            .or(() -> id.isPresent() ? Optional.empty() : unanswered.stream().findFirst());
    answered.ifPresent(unanswered::remove);
    return id.or(() -> answered.map(Part.ToolCall::id)).orElseGet(this::newId);
  }
}
