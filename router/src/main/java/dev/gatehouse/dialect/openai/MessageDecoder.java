package dev.gatehouse.dialect.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.config.Capability;
import dev.gatehouse.dialect.Fields;
import dev.gatehouse.dialect.InvalidRequestException;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one message of a chat request. */
final class MessageDecoder {
  private static final Set<String> MODELLED =
      Set.of(
          "role",
          "content",
          "name",
          "tool_calls",
          "tool_call_id",
          "refusal",
          "reasoning_content",
          "reasoning");

  /** Fields that say something which only a relay can carry. */
  private static final Set<String> VERBATIM = Set.of("audio", "function_call");

  private final Fields message;
  private final Map<Capability, String> needs;
  private final Set<String> hints;
  private final List<Part> parts = new ArrayList<>();

  /**
   * @param needs what is found to be needed is put in here
   * @param hints what need not be carried is put in here
   */
  MessageDecoder(Fields message, Map<Capability, String> needs, Set<String> hints) {
    this.message = message;
    this.needs = needs;
    this.hints = hints;
  }

  Message decode() {
    Role role = role();
    thinking();
    if (role == Role.TOOL) {
      parts.add(Part.ToolResult.of(message.text("tool_call_id"), toolContent()));
    } else {
      content(role);
    }
    message.optionalText("refusal").ifPresent(text -> parts.add(new Part.Refusal(text)));
    toolCalls();
    message.object().fieldNames().forEachRemaining(this::noteUnmodelled);
    return new Message(role, parts, message.optionalText("name"));
  }

  /** DeepSeek's name for it, or OpenRouter's. */
  private void thinking() {
    message
        .optionalText("reasoning_content")
        .or(() -> message.optionalText("reasoning"))
        .ifPresent(text -> parts.add(new Part.Thinking(text, "")));
  }

  private void noteUnmodelled(String name) {
    if (!message.has(name) || MODELLED.contains(name)) {
      return;
    }
    if (VERBATIM.contains(name)) {
      needs.put(Capability.VERBATIM_FIELDS, message.path() + "." + name);
    } else {
      hints.add("messages[]." + name);
    }
  }

  private Role role() {
    String role = message.text("role");
    return switch (role) {
      case "system" -> Role.SYSTEM;
      case "developer" -> Role.DEVELOPER;
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      case "tool" -> Role.TOOL;
      case "function" -> legacyResult();
      default ->
          throw new InvalidRequestException(
              message.path() + ".role", "expected system, developer, user, assistant or tool");
    };
  }

  /** A result from before calls had ids, which only a relay can carry. */
  private Role legacyResult() {
    needs.put(Capability.VERBATIM_FIELDS, message.path() + ".role");
    return Role.USER;
  }

  private void content(Role role) {
    JsonNode content = message.get("content");
    if (content.isTextual()) {
      parts.add(new Part.Text(content.textValue()));
    } else if (content.isArray()) {
      for (int i = 0; i < content.size(); i++) {
        parts.add(part(message.element("content", i)));
      }
    } else if (!content.isMissingNode() || role != Role.ASSISTANT) {
      throw message.wrong("content", "a string or an array of parts");
    }
  }

  private String toolContent() {
    JsonNode content = message.get("content");
    if (content.isTextual()) {
      return content.textValue();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < message.array("content").size(); i++) {
      text.append(message.element("content", i).text("text"));
    }
    return text.toString();
  }

  private static Part part(Fields part) {
    return switch (part.text("type")) {
      case "text" -> new Part.Text(part.text("text"));
      case "refusal" -> new Part.Refusal(part.text("refusal"));
      case "image_url" -> image(part.object("image_url"));
      case "input_audio" -> audio(part.object("input_audio"));
      case "file" -> file(part.object("file"));
      default ->
          throw new InvalidRequestException(
              part.path() + ".type", "expected text, image_url, input_audio, file or refusal");
    };
  }

  private static Part image(Fields image) {
    return new Part.Image(image.text("url"), image.optionalText("detail"));
  }

  private static Part audio(Fields audio) {
    return new Part.Audio(audio.text("data"), audio.text("format"));
  }

  private static Part file(Fields file) {
    return new Part.File(
        file.optionalText("file_id"),
        file.optionalText("filename"),
        file.optionalText("file_data"));
  }

  private void toolCalls() {
    for (int i = 0; i < message.array("tool_calls").size(); i++) {
      Fields call = message.element("tool_calls", i);
      if (call.optionalText("type").equals(Optional.of("custom"))) {
        Fields custom = call.object("custom");
        parts.add(new Part.ToolCall(call.text("id"), custom.text("name"), custom.text("input")));
      } else {
        Fields function = call.object("function");
        parts.add(
            new Part.ToolCall(call.text("id"), function.text("name"), function.text("arguments")));
      }
    }
  }
}
