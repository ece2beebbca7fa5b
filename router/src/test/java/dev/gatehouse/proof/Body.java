package dev.gatehouse.proof;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes a request's body down in a dialect, with a text in one place. */
record Body(Dialect dialect, Position position, String text) {

  /** The body for this model. */
  ObjectNode of(String model) {
    ObjectNode body = Json.object().put("model", model);
    Conversation conversation = Conversation.with(position, text);
    switch (dialect) {
      case OPENAI_CHAT -> openAiChat(body, conversation);
      case OPENAI_COMPLETIONS -> openAiCompletion(body, conversation);
      case OPENAI_RESPONSES -> new ResponsesBody(this).write(body, conversation);
      case OPENAI_EMBEDDINGS -> embeddings(body);
      case ANTHROPIC_MESSAGES -> {
        new AnthropicBody(this).write(body, conversation);
        body.put("max_tokens", 16);
      }
      case ANTHROPIC_COUNT_TOKENS -> new AnthropicBody(this).write(body, conversation);
      case OLLAMA_CHAT -> ollamaChat(body, conversation);
      case OLLAMA_GENERATE -> ollamaGenerate(body, conversation);
      case OLLAMA_EMBED -> embeddings(body);
    }
    return body;
  }

  boolean is(Position place) {
    return position == place;
  }

  private void openAiChat(ObjectNode body, Conversation conversation) {
    body.put("max_tokens", 16);
    ArrayNode messages = body.putArray("messages");
    if (!conversation.system().isEmpty()) {
      messages.addObject().put("role", "system").put("content", conversation.system());
    }
    conversation.turns().forEach(turn -> openAiMessage(messages.addObject(), turn));
    conversation.tool().ifPresent(tool -> function(body.putArray("tools").addObject(), tool));
    ObjectNode first = (ObjectNode) messages.path(0);
    switch (position) {
      case FILE_NAME -> openAiFile(first);
      case METADATA -> body.putObject("metadata").put("note", text);
      case USER_FIELD -> body.put("user", text);
      case STOP -> body.putArray("stop").add(text);
      case PARTICIPANT -> first.put("name", text);
      default -> {} // stands in the conversation
    }
  }

  private static void openAiMessage(ObjectNode message, Conversation.Turn turn) {
    switch (turn) {
      case Conversation.Turn.User(String said) -> message.put("role", "user").put("content", said);
      case Conversation.Turn.Model(String said) ->
          message.put("role", "assistant").put("content", said);
      case Conversation.Turn.Call(ObjectNode arguments) ->
          message
              .put("role", "assistant")
              .putNull("content")
              .putArray("tool_calls")
              .addObject()
              .put("id", "call_1")
              .put("type", "function")
              .putObject("function")
              .put("name", Conversation.TOOL)
              .put("arguments", arguments.toString());
      case Conversation.Turn.Result(String result) ->
          message.put("role", "tool").put("tool_call_id", "call_1").put("content", result);
    }
  }

  private static void function(ObjectNode entry, Conversation.Tool tool) {
    entry
        .put("type", "function")
        .putObject("function")
        .put("name", Conversation.TOOL)
        .put("description", tool.description())
        .set("parameters", tool.schema());
  }

  private void openAiFile(ObjectNode message) {
    ArrayNode parts = message.putArray("content");
    parts.addObject().put("type", "text").put("text", "What is in it?");
    parts
        .addObject()
        .put("type", "file")
        .putObject("file")
        .put("filename", text)
        .put("file_data", textFile("Opening hours: nine to five."));
  }

  static String textFile(String content) {
    return "data:text/plain;base64,"
        + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
  }

  private void openAiCompletion(ObjectNode body, Conversation conversation) {
    body.put("max_tokens", 16).put("prompt", lastText(conversation));
    if (is(Position.USER_FIELD)) {
      body.put("user", text);
    }
    if (is(Position.STOP)) {
      body.put("stop", text);
    }
  }

  private static String lastText(Conversation conversation) {
    return conversation.turns().getLast() instanceof Conversation.Turn.User(String said)
        ? said
        : "";
  }

  private void embeddings(ObjectNode body) {
    ArrayNode input = body.putArray("input");
    if (!is(Position.USER_FIELD)) {
      input.add(text);
    }
    if (!is(Position.USER_TEXT)) {
      input.add("Opening hours");
    }
    if (is(Position.USER_FIELD)) {
      body.put("user", text);
    }
  }

  private void ollamaChat(ObjectNode body, Conversation conversation) {
    body.put("stream", false);
    ArrayNode messages = body.putArray("messages");
    if (!conversation.system().isEmpty()) {
      messages.addObject().put("role", "system").put("content", conversation.system());
    }
    conversation.turns().forEach(turn -> ollamaMessage(messages.addObject(), turn));
    conversation.tool().ifPresent(tool -> function(body.putArray("tools").addObject(), tool));
    ollamaStop(body);
  }

  private static void ollamaMessage(ObjectNode message, Conversation.Turn turn) {
    switch (turn) {
      case Conversation.Turn.User(String said) -> message.put("role", "user").put("content", said);
      case Conversation.Turn.Model(String said) ->
          message.put("role", "assistant").put("content", said);
      case Conversation.Turn.Call(ObjectNode arguments) ->
          message
              .put("role", "assistant")
              .put("content", "")
              .putArray("tool_calls")
              .addObject()
              .putObject("function")
              .put("name", Conversation.TOOL)
              .set("arguments", arguments);
      case Conversation.Turn.Result(String result) ->
          message.put("role", "tool").put("tool_name", Conversation.TOOL).put("content", result);
    }
  }

  private void ollamaGenerate(ObjectNode body, Conversation conversation) {
    body.put("stream", false).put("prompt", lastText(conversation));
    if (!conversation.system().isEmpty()) {
      body.put("system", conversation.system());
    }
    ollamaStop(body);
  }

  private void ollamaStop(ObjectNode body) {
    if (is(Position.STOP)) {
      body.putObject("options").putArray("stop").add(text);
    }
  }
}
