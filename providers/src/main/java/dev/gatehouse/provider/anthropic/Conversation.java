package dev.gatehouse.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import dev.gatehouse.json.Json;
import dev.gatehouse.provider.langchain.Rejection;
import dev.gatehouse.provider.langchain.SystemText;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation as Anthropic wants it: what system and developer say, wherever it stands, goes in
 * order into {@code system}; users and assistant take turns, a user first; within a user's turn the
 * results of tools come first.
 *
 * @param system text blocks; may be empty
 * @param messages turns, at least one
 */
record Conversation(ArrayNode system, ArrayNode messages) {

  /** Stands where a user must speak and the client's user said nothing. */
  private static final String SILENCE = ".";

  /** Translates the messages; refuses what cannot be carried. */
  static Conversation of(String providerName, List<Message> messages) {
    Reader reader = new Reader(providerName);
    for (int i = 0; i < messages.size(); i++) {
      reader.read(messages.get(i), "messages[" + i + "]");
    }
    if (reader.turns.isEmpty() && reader.system.isEmpty()) {
      throw Rejection.of(providerName, "messages", "none of them says anything");
    }
    return new Conversation(reader.system, reader.messages());
  }

  /**
   * Whether the last turn of the assistant begins with reasoning that is still signed. Within a
   * tool loop Anthropic lets a model go on thinking only then.
   */
  boolean thoughtBeforeItsLastCalls() {
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.path(i).path("role").asText("").equals("assistant")) {
        String type = messages.path(i).path("content").path(0).path("type").asText("");
        return type.equals("thinking") || type.equals("redacted_thinking");
      }
    }
    return false;
  }

  /** Whether the last turn brings the results of tools. */
  boolean bringsToolResults() {
    JsonNode first = messages.path(messages.size() - 1).path("content").path(0);
    return first.path("type").asText("").equals("tool_result");
  }

  /** One side's turn while it is put together. */
  private record Turn(boolean assistant, List<ObjectNode> results, List<ObjectNode> others) {

    ObjectNode message() {
      ObjectNode message = Json.object().put("role", assistant ? "assistant" : "user");
      ArrayNode content = message.putArray("content");
      content.addAll(results);
      content.addAll(others);
      if (content.isEmpty()) {
        content.add(ContentBlocks.textBlock(SILENCE));
      }
      return message;
    }
  }

  private static final class Reader {
    private final String providerName;
    private final ContentBlocks blocks;
    private final ArrayNode system = Json.array();
    private final List<Turn> turns = new ArrayList<>();

    Reader(String providerName) {
      this.providerName = providerName;
      this.blocks = new ContentBlocks(providerName);
    }

    void read(Message message, String path) {
      switch (message.role()) {
        case SYSTEM, DEVELOPER -> readSystem(SystemText.of(providerName, message, path));
        case USER, TOOL, ASSISTANT -> readTurn(message, path);
      }
    }

    private void readSystem(String text) {
      if (!text.isBlank()) {
        system.add(ContentBlocks.textBlock(text));
      }
    }

    private void readTurn(Message message, String path) {
      boolean assistant = message.role() == Role.ASSISTANT;
      List<ObjectNode> results = new ArrayList<>();
      List<ObjectNode> others = new ArrayList<>();
      for (int i = 0; i < message.parts().size(); i++) {
        Part part = message.parts().get(i);
        blocks
            .block(part, path + ".content[" + i + "]")
            .ifPresent(part instanceof Part.ToolResult ? results::add : others::add);
      }
      if (assistant && others.isEmpty()) {
        return; // it said nothing, and Anthropic takes no turn without content
      }
      Turn turn = turn(assistant);
      turn.results.addAll(results);
      turn.others.addAll(others);
    }

    private Turn turn(boolean assistant) {
      if (turns.isEmpty() || turns.getLast().assistant != assistant) {
        turns.add(new Turn(assistant, new ArrayList<>(), new ArrayList<>()));
      }
      return turns.getLast();
    }

    ArrayNode messages() {
      if (turns.isEmpty() || turns.getFirst().assistant) {
        turns.addFirst(new Turn(false, List.of(), List.of()));
      }
      ArrayNode messages = Json.array();
      turns.forEach(turn -> messages.add(turn.message()));
      if (turns.getLast().assistant) {
        stripEnd(turns.getLast());
      }
      return messages;
    }

    /** Anthropic goes on from the assistant's last words, and refuses white space at their end. */
    private static void stripEnd(Turn prefill) {
      ObjectNode last = prefill.others.getLast();
      if (last.has("text")) {
        last.put("text", last.path("text").asText().stripTrailing());
      }
    }
  }
}
