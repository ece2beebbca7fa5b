package dev.gatehouse.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation before any dialect has written it down.
 *
 * @param system empty for none
 * @param tool in JSON Schema, with its description
 */
record Conversation(String system, List<Turn> turns, Optional<Tool> tool) {
  static final String TOOL = "file_note";
  private static final String QUESTION = "What is the next step?";

  /** What somebody said or did. */
  sealed interface Turn {

    /** The user's words. */
    record User(String text) implements Turn {}

    /** The model's words. */
    record Model(String text) implements Turn {}

    /** The model's call of the tool. */
    record Call(ObjectNode arguments) implements Turn {}

    /** What the tool gave back. */
    record Result(String text) implements Turn {}
  }

  /** A tool. */
  record Tool(String description, ObjectNode schema) {}

  /** A conversation with the text in this place; one that belongs elsewhere is left out. */
  static Conversation with(Position position, String text) {
    return switch (position) {
      case USER_TEXT -> said(new Turn.User(text));
      case EARLIER_USER_TEXT -> said(new Turn.User(text), new Turn.Model("Noted."), question());
      case ASSISTANT_TEXT -> said(new Turn.User("Go on."), new Turn.Model(text), question());
      case SYSTEM -> new Conversation(text, List.of(question()), Optional.empty());
      case TOOL_ARGUMENTS -> called(Json.object().put("note", text), "filed");
      case ARGUMENT_KEY -> called(Json.object().put(text, "new"), "filed");
      case TOOL_RESULT -> called(Json.object(), text);
      case RESULT_KEY -> called(Json.object(), Json.object().put(text, "old").toString());
      case TOOL_DESCRIPTION -> offered(new Tool(text, schema(Json.object())));
      case TOOL_PROPERTY ->
          offered(new Tool("Files a note.", schema(property(text, Json.object()))));
      case TOOL_ENUM -> {
        ObjectNode choice = Json.object();
        choice.putArray("enum").add(text).add("other");
        yield offered(new Tool("Files a note.", schema(property("folder", choice))));
      }
      case TOOL_DEFAULT ->
          offered(
              new Tool(
                  "Files a note.", schema(property("folder", Json.object().put("default", text)))));
      case FILE_NAME, FILE_TEXT, METADATA, USER_FIELD, STOP, PARTICIPANT, HEADER ->
          said(question());
    };
  }

  private static Turn question() {
    return new Turn.User(QUESTION);
  }

  private static Conversation said(Turn... turns) {
    return new Conversation("", List.of(turns), Optional.empty());
  }

  private static Conversation called(ObjectNode arguments, String result) {
    List<Turn> turns = new ArrayList<>();
    turns.add(new Turn.User("File it."));
    turns.add(new Turn.Call(arguments));
    turns.add(new Turn.Result(result));
    return new Conversation(
        "", turns, Optional.of(new Tool("Files a note.", schema(Json.object()))));
  }

  private static Conversation offered(Tool tool) {
    return new Conversation("", List.of(question()), Optional.of(tool));
  }

  private static ObjectNode property(String name, ObjectNode facets) {
    ObjectNode properties = Json.object();
    properties.set(name, facets.put("type", "string"));
    return properties;
  }

  private static ObjectNode schema(ObjectNode properties) {
    ObjectNode schema = Json.object().put("type", "object");
    schema.set("properties", properties);
    return schema;
  }
}
