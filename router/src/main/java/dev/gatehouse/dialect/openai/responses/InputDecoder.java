package dev.gatehouse.dialect.openai.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import dev.gatehouse.provider.openai.ForeignReasoning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads input items as messages. What a model said in one turn stands in several items (reasoning,
 * text, calls); they become one message. Items that nobody models become needs.
 */
final class InputDecoder {

  /** The hint that reasoning stays behind which only OpenAI can read. */
  static final String UNREADABLE = "input[].encrypted_content";

  private final Map<Capability, String> needs;
  private final Set<String> hints;
  private final List<Message> messages = new ArrayList<>();
  private final List<Part> assistant = new ArrayList<>();
  private final Set<String> calls = new HashSet<>();
  private boolean unmodelled;

  /**
   * @param needs added to
   * @param hints added to
   */
  InputDecoder(Map<Capability, String> needs, Set<String> hints) {
    this.needs = needs;
    this.hints = hints;
  }

  List<Message> decode(Optional<String> instructions, List<Fields> items) {
    instructions
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> add(Role.SYSTEM, List.of(new Part.Text(text))));
    items.forEach(this::item);
    endTurn();
    if (messages.isEmpty()) {
      add(Role.USER, List.of()); // items that only a relay carries, and nothing else
    }
    return messages;
  }

  private void item(Fields item) {
    if (!item.object().isObject()) {
      throw new InvalidRequestException(item.path(), "expected an object");
    }
    switch (type(item)) {
      case "message" -> message(item);
      case "function_call" -> call(item);
      case "function_call_output" -> result(item);
      case "reasoning" -> reasoning(item);
      default -> onlyRelayed(item);
    }
  }

  private static String type(Fields item) {
    return item.optionalText("type")
        .orElseGet(() -> item.has("role") ? "message" : item.text("type"));
  }

  private void onlyRelayed(Fields item) {
    unmodelled = true;
    needs.putIfAbsent(Capability.VERBATIM_FIELDS, item.path() + ".type");
  }

  private void message(Fields message) {
    Role role = role(message);
    List<Part> parts = new ContentDecoder(message, needs).decode("content");
    if (role == Role.ASSISTANT) {
      assistant.addAll(parts);
    } else {
      endTurn();
      add(role, parts);
    }
  }

  private static Role role(Fields message) {
    return switch (message.text("role")) {
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      case "system" -> Role.SYSTEM;
      case "developer" -> Role.DEVELOPER;
      default -> throw message.wrong("role", "user, assistant, system or developer");
    };
  }

  private void call(Fields call) {
    String name = call.text("name");
    calls.add(call.text("call_id"));
    assistant.add(
        new Part.ToolCall(
            call.text("call_id"),
            call.optionalText("namespace")
                .map(namespace -> new ToolNames.Namespaced(namespace, name).joined())
                .orElse(name),
            call.text("arguments")));
  }

  private void result(Fields result) {
    String callId = result.text("call_id");
    if (!calls.contains(callId) && !unmodelled) {
      throw new InvalidRequestException(
          result.path() + ".call_id", "no function_call with that call_id comes before");
    }
    endTurn();
    List<Part> content = new ContentDecoder(result, needs).decode("output");
    add(Role.TOOL, List.of(new Part.ToolResult(callId, content, false)));
  }

  private void reasoning(Fields reasoning) {
    String text = texts(reasoning, "summary");
    String thought = text.isEmpty() ? texts(reasoning, "content") : text;
    String encrypted = reasoning.optionalText("encrypted_content").orElse("");
    Optional<String> redacted = ForeignReasoning.redacted(encrypted);
    Optional<String> signature = ForeignReasoning.signature(encrypted);
    if (redacted.isPresent()) {
      assistant.add(new Part.RedactedThinking(redacted.get()));
    } else if (signature.isPresent() || !thought.isEmpty()) {
      assistant.add(new Part.Thinking(thought, signature.orElse("")));
    }
    if (!encrypted.isEmpty() && redacted.isEmpty() && signature.isEmpty()) {
      hints.add(UNREADABLE);
    }
  }

  private static String texts(Fields item, String field) {
    StringBuilder all = new StringBuilder();
    for (JsonNode part : item.array(field)) {
      String text = part.path("text").asText("");
      all.append(all.isEmpty() || text.isEmpty() ? "" : "\n\n").append(text);
    }
    return all.toString();
  }

  private void endTurn() {
    if (!assistant.isEmpty()) {
      add(Role.ASSISTANT, assistant);
      assistant.clear();
    }
  }

  private void add(Role role, List<Part> parts) {
    messages.add(new Message(role, parts, Optional.empty()));
  }
}
