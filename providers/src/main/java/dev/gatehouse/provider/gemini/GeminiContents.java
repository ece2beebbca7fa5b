package dev.gatehouse.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import dev.gatehouse.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation as Gemini wants it: what system and developer say, wherever it stands, goes in
 * order into {@code systemInstruction}; user and model take turns, and the results of one turn's
 * calls stand together.
 *
 * @param system text parts; may be empty
 * @param contents turns, at least one
 */
record GeminiContents(ArrayNode system, ArrayNode contents) {

  /** Stands where a user must speak and the client's user said nothing. */
  private static final String SILENCE = ".";

  /**
   * Translates the messages.
   *
   * @throws dev.gatehouse.provider.ProviderException for what cannot be carried
   */
  static GeminiContents of(GeminiParts parts, List<Message> messages) {
    ArrayNode system = Json.array();
    ArrayNode contents = Json.array();
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      switch (message.role()) {
        case SYSTEM, DEVELOPER -> {
          String text = parts.system(message, "messages[" + i + "]");
          if (!text.isEmpty()) {
            system.addObject().put("text", text);
          }
        }
        case USER, TOOL -> add(contents, "user", parts(parts, message, i));
        case ASSISTANT -> add(contents, "model", parts(parts, message, i));
      }
    }
    return new GeminiContents(system, completed(contents));
  }

  private static List<ObjectNode> parts(GeminiParts parts, Message message, int index) {
    List<ObjectNode> translated = new ArrayList<>();
    for (int i = 0; i < message.parts().size(); i++) {
      Part part = message.parts().get(i);
      translated.addAll(parts.of(part, "messages[" + index + "].content[" + i + "]"));
    }
    if (message.role() == Role.ASSISTANT) {
      parts.signFirstCall(translated);
    }
    return translated;
  }

  private static void add(ArrayNode contents, String role, List<ObjectNode> parts) {
    if (parts.isEmpty()) {
      return;
    }
    JsonNode last = contents.path(contents.size() - 1);
    if (last.path("role").asText("").equals(role)) {
      ((ArrayNode) last.path("parts")).addAll(parts);
    } else {
      contents.addObject().put("role", role).putArray("parts").addAll(parts);
    }
  }

  private static ArrayNode completed(ArrayNode contents) {
    if (contents.isEmpty()) {
      ObjectNode content = contents.addObject().put("role", "user");
      content.putArray("parts").addObject().put("text", SILENCE);
    }
    return contents;
  }
}
