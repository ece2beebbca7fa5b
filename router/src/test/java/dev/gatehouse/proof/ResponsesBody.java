package dev.gatehouse.proof;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** OpenAI's Responses. */
record ResponsesBody(Body of) {

  void write(ObjectNode body, Conversation conversation) {
    body.put("store", false);
    if (!conversation.system().isEmpty()) {
      body.put("instructions", conversation.system());
    }
    ArrayNode input = body.putArray("input");
    conversation.turns().forEach(turn -> item(input.addObject(), turn));
    conversation
        .tool()
        .ifPresent(
            tool ->
                body.putArray("tools")
                    .addObject()
                    .put("type", "function")
                    .put("name", Conversation.TOOL)
                    .put("description", tool.description())
                    .set("parameters", tool.schema()));
    if (of.is(Position.FILE_NAME)) {
      file((ObjectNode) input.path(0));
    }
    if (of.is(Position.METADATA)) {
      body.putObject("metadata").put("note", of.text());
    }
    if (of.is(Position.USER_FIELD)) {
      body.put("user", of.text());
    }
  }

  private static void item(ObjectNode item, Conversation.Turn turn) {
    switch (turn) {
      case Conversation.Turn.User(String said) -> item.put("role", "user").put("content", said);
      case Conversation.Turn.Model(String said) ->
          item.put("role", "assistant").put("content", said);
      case Conversation.Turn.Call(ObjectNode arguments) ->
          item.put("type", "function_call")
              .put("call_id", "call_1")
              .put("name", Conversation.TOOL)
              .put("arguments", arguments.toString());
      case Conversation.Turn.Result(String result) ->
          item.put("type", "function_call_output").put("call_id", "call_1").put("output", result);
    }
  }

  private void file(ObjectNode message) {
    ArrayNode parts = message.putArray("content");
    parts.addObject().put("type", "input_text").put("text", "What is in it?");
    parts
        .addObject()
        .put("type", "input_file")
        .put("filename", of.text())
        .put("file_data", Body.textFile("Opening hours: nine to five."));
  }
}
