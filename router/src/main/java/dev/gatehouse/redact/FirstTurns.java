package dev.gatehouse.redact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a conversation begins with, and every one of its turns repeats: the system prompt and the
 * first message of the user's. Instructions of OpenAI's Responses are each turn's own and do not
 * count.
 */
final class FirstTurns {
  private final StringBuilder said = new StringBuilder();

  private FirstTurns() {}

  static String of(JsonNode body) {
    FirstTurns turns = new FirstTurns();
    turns.say("system", body.path("system"));
    for (String name : new String[] {"messages", "input", "prompt"}) {
      turns.begin(body.path(name));
    }
    return turns.said.toString();
  }

  private void begin(JsonNode turns) {
    if (turns.isTextual()) {
      say("user", turns);
    }
    for (JsonNode turn : turns) {
      String role = turn.isTextual() ? "user" : turn.path("role").asText("");
      say(role, turn.isTextual() ? turn : turn.path("content"));
      if (role.equals("user")) {
        return;
      }
    }
  }

  private void say(String role, JsonNode content) {
    if (content.isTextual()) {
      said.append(role).append('\n').append(content.textValue()).append('\n');
    }
    for (JsonNode part : content) {
      Optional.ofNullable(part.path("text").textValue())
          .ifPresent(text -> said.append(role).append('\n').append(text).append('\n'));
    }
  }
}
