package dev.gatehouse.proof;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Anthropic's messages. */
record AnthropicBody(Body of) {

  void write(ObjectNode body, Conversation conversation) {
    if (!conversation.system().isEmpty()) {
      body.put("system", conversation.system());
    }
    ArrayNode messages = body.putArray("messages");
    conversation.turns().forEach(turn -> message(messages.addObject(), turn));
    conversation
        .tool()
        .ifPresent(
            tool ->
                body.putArray("tools")
                    .addObject()
                    .put("name", Conversation.TOOL)
                    .put("description", tool.description())
                    .set("input_schema", tool.schema()));
    if (of.is(Position.FILE_NAME) || of.is(Position.FILE_TEXT)) {
      document((ObjectNode) messages.path(0));
    }
    if (of.is(Position.METADATA)) {
      body.putObject("metadata").put("user_id", of.text());
    }
    if (of.is(Position.STOP)) {
      body.putArray("stop_sequences").add(of.text());
    }
  }

  private static void message(ObjectNode message, Conversation.Turn turn) {
    switch (turn) {
      case Conversation.Turn.User(String said) -> message.put("role", "user").put("content", said);
      case Conversation.Turn.Model(String said) ->
          message.put("role", "assistant").put("content", said);
      case Conversation.Turn.Call(ObjectNode arguments) ->
          message
              .put("role", "assistant")
              .putArray("content")
              .addObject()
              .put("type", "tool_use")
              .put("id", "toolu_1")
              .put("name", Conversation.TOOL)
              .set("input", arguments);
      case Conversation.Turn.Result(String result) ->
          message
              .put("role", "user")
              .putArray("content")
              .addObject()
              .put("type", "tool_result")
              .put("tool_use_id", "toolu_1")
              .put("content", result);
    }
  }

  private void document(ObjectNode message) {
    ArrayNode blocks = message.putArray("content");
    ObjectNode document = blocks.addObject().put("type", "document");
    document.put("title", of.is(Position.FILE_NAME) ? of.text() : "hours.txt");
    document
        .putObject("source")
        .put("type", "text")
        .put("media_type", "text/plain")
        .put("data", of.is(Position.FILE_TEXT) ? of.text() : "Opening hours: nine to five.");
    blocks.addObject().put("type", "text").put("text", "What is in it?");
  }
}
