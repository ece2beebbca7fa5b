package dev.gatehouse.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.GenerationOptions;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ResponseFormat;
import dev.gatehouse.inference.Role;
import dev.gatehouse.inference.ToolChoice;
import dev.gatehouse.inference.Wire;
import dev.gatehouse.json.JsonBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bare text seen as a request: what a user asks who sends nothing else. */
final class TextRequest {

  private TextRequest() {}

  /**
   * A request whose one user turn is {@code text}.
   *
   * @param document what the privacy scan reads
   */
  static ChatRequest of(String text, JsonNode document) {
    Message user = new Message(Role.USER, List.of(new Part.Text(text)), Optional.empty());
    return new ChatRequest(
        Wire.OPENAI_CHAT,
        new JsonBody(new byte[0], document),
        "auto",
        List.of(user),
        List.of(),
        new ToolChoice.Auto(),
        new ResponseFormat.Text(),
        GenerationOptions.defaults(),
        false,
        false,
        Map.of(),
        List.of());
  }
}
