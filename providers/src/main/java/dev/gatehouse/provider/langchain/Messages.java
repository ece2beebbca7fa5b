package dev.gatehouse.provider.langchain;

import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonException;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Our messages as LangChain4j's. Whatever cannot be carried is refused with its field's name;
 * nothing that says something is left out, save reasoning of earlier turns where a wire has no
 * place for it.
 */
final class Messages {
  private final String providerName;
  private final Map<String, String> toolNames = new HashMap<>();
  private final List<ChatMessage> translated = new ArrayList<>();

  private Messages(String providerName) {
    this.providerName = providerName;
  }

  static List<ChatMessage> of(String providerName, List<Message> messages) {
    Messages all = new Messages(providerName);
    for (int i = 0; i < messages.size(); i++) {
      all.add(messages.get(i), "messages[" + i + "]");
    }
    if (all.translated.isEmpty()) {
      throw Rejection.of(providerName, "messages", "none of them says anything");
    }
    return List.copyOf(all.translated);
  }

  private void add(Message message, String path) {
    switch (message.role()) {
      case SYSTEM, DEVELOPER -> addSystem(SystemText.of(providerName, message, path));
      case USER, TOOL -> addUser(message, path);
      case ASSISTANT -> addAssistant(message, path);
    }
  }

  private void addSystem(String text) {
    if (!text.isBlank()) {
      translated.add(SystemMessage.from(text));
    }
  }

  private void addUser(Message message, String path) {
    List<Content> contents = new ArrayList<>();
    boolean results = false;
    for (int i = 0; i < message.parts().size(); i++) {
      Part part = message.parts().get(i);
      if (part instanceof Part.ToolResult result) {
        translated.add(result(result));
        results = true;
      } else {
        addContent(contents, part, path + ".content[" + i + "]");
      }
    }
    if (!contents.isEmpty()) {
      translated.add(UserMessage.from(contents));
    } else if (!results) {
      translated.add(UserMessage.from(List.of(TextContent.from(""))));
    }
  }

  private ToolExecutionResultMessage result(Part.ToolResult result) {
    String toolName = toolNames.getOrDefault(result.callId(), result.callId());
    return ToolExecutionResultMessage.from(result.callId(), toolName, result.text());
  }

  private void addContent(List<Content> contents, Part part, String path) {
    switch (part) {
      case Part.Text(var text) -> contents.add(TextContent.from(text));
      case Part.Refusal(var text) -> contents.add(TextContent.from(text));
      case Part.Image(var url, _) -> contents.add(image(url, path + ".image_url.url"));
      case Part.Audio _ -> throw Rejection.of(providerName, path, "sound is not carried");
      case Part.File _ -> throw Rejection.of(providerName, path, "files are not carried");
      case Part.ToolCall _, Part.Thinking _, Part.RedactedThinking _ ->
          throw Rejection.of(providerName, path, "only an assistant message may hold this");
      case Part.ToolResult _ ->
          throw new IllegalStateException("results are messages of their own");
    }
  }

  /** Only inline: LangChain4j would fetch an image itself, past the door. */
  private ImageContent image(String url, String field) {
    Optional<DataUrl> data = DataUrl.parse(url);
    if (data.isPresent()) {
      return ImageContent.from(
          Image.builder().mimeType(data.get().mediaType()).base64Data(data.get().base64()).build());
    }
    throw Rejection.of(providerName, field, "expected a data URL in base64");
  }

  private void addAssistant(Message message, String path) {
    List<ToolExecutionRequest> calls = new ArrayList<>();
    for (Part part : message.parts()) {
      if (part instanceof Part.ToolCall call) {
        calls.add(call(call, path + ".tool_calls[" + calls.size() + "]"));
      }
    }
    String text = text(message);
    if (!text.isEmpty() || !calls.isEmpty()) {
      String thinking = thinking(message);
      AiMessage.Builder turn = AiMessage.builder().text(text).toolExecutionRequests(calls);
      translated.add(thinking.isEmpty() ? turn.build() : turn.thinking(thinking).build());
    }
  }

  private static String text(Message message) {
    return message.parts().stream()
        .flatMap(
            part ->
                switch (part) {
                  case Part.Text(var text) -> Stream.of(text);
                  case Part.Refusal(var text) -> Stream.of(text);
                  case Part.Thinking _, Part.RedactedThinking _ -> Stream.empty();
                  case Part.ToolCall _, Part.ToolResult _ -> Stream.empty();
                  case Part.Image _, Part.Audio _, Part.File _ -> Stream.empty();
                })
        .collect(Collectors.joining("\n"));
  }

  private static String thinking(Message message) {
    return message.parts().stream()
        .filter(Part.Thinking.class::isInstance)
        .map(part -> ((Part.Thinking) part).text())
        .collect(Collectors.joining("\n"));
  }

  private ToolExecutionRequest call(Part.ToolCall call, String path) {
    toolNames.put(call.id(), call.name());
    return ToolExecutionRequest.builder()
        .id(call.id())
        .name(call.name())
        .arguments(arguments(call, path + ".function.arguments"))
        .build();
  }

  private String arguments(Part.ToolCall call, String field) {
    if (call.arguments().isBlank()) {
      return "{}";
    }
    if (isJsonObject(call.arguments())) {
      return call.arguments();
    }
    throw Rejection.of(providerName, field, "expected a JSON object");
  }

  private static boolean isJsonObject(String text) {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8)).isObject();
    } catch (JsonException e) {
      return false;
    }
  }
}
