package dev.gatehouse.pipeline;

import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.EmbeddingsRequest;
import dev.gatehouse.inference.InferenceRequest;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.Role;
import java.util.ArrayList;
import java.util.List;

/** The texts that a client brought into a conversation: what stands between a model's answers. */
final class ClientTurns {
  private ClientTurns() {}

  /** The newest first; system prompts are left out. */
  static List<String> of(InferenceRequest request) {
    return switch (request) {
      case ChatRequest chat -> of(chat.messages()).reversed();
      case EmbeddingsRequest embeddings -> List.of(String.join("\n", embeddings.inputs()));
    };
  }

  private static List<String> of(List<Message> messages) {
    List<String> turns = new ArrayList<>();
    StringBuilder turn = new StringBuilder();
    for (Message message : messages) {
      if (message.role() == Role.ASSISTANT) {
        turns.add(turn.toString());
        turn.setLength(0);
      } else if (message.role() == Role.USER || message.role() == Role.TOOL) {
        message.parts().forEach(part -> append(part, turn));
      }
    }
    turns.add(turn.toString());
    turns.removeIf(String::isBlank);
    return turns;
  }

  private static void append(Part part, StringBuilder turn) {
    switch (part) {
      case Part.Text(String text) -> turn.append(text).append('\n');
      case Part.ToolResult result -> result.content().forEach(each -> append(each, turn));
      case Part.ToolCall _, Part.Refusal _, Part.Thinking _, Part.RedactedThinking _ -> {}
      case Part.Image _, Part.Audio _, Part.File _ -> {} // the rules hold them back themselves
    }
  }
}
