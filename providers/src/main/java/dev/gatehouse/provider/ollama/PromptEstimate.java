package dev.gatehouse.provider.ollama;

import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ToolSpec;

/**
 * A guess, on the high side, of how many tokens a prompt has: a third of its ASCII characters
 * (English takes about a quarter, code more), one for any other character, and what templates add.
 */
final class PromptEstimate {
  private static final int TOKENS_PER_REQUEST = 64;
  private static final int TOKENS_PER_MESSAGE = 8;
  private static final int TOKENS_PER_IMAGE = 1024;

  private PromptEstimate() {}

  static int tokens(ChatRequest request) {
    long tokens = TOKENS_PER_REQUEST;
    for (Message message : request.messages()) {
      tokens += TOKENS_PER_MESSAGE;
      for (Part part : message.parts()) {
        tokens += tokens(part);
      }
    }
    for (ToolSpec tool : request.tools()) {
      tokens += tokens(tool.name()) + tokens(tool.description().orElse(""));
      tokens += tool.parameters().map(schema -> tokens(schema.toString())).orElse(0L);
    }
    return (int) Math.min(tokens, Integer.MAX_VALUE / 2);
  }

  private static long tokens(Part part) {
    return switch (part) {
      case Part.Text(var text) -> tokens(text);
      case Part.Thinking(var text, _) -> tokens(text);
      case Part.RedactedThinking _ -> 0;
      case Part.Refusal(var text) -> tokens(text);
      case Part.ToolCall(_, var name, var arguments) -> tokens(name) + tokens(arguments);
      case Part.ToolResult result -> tokens(result.text());
      case Part.Image _ -> TOKENS_PER_IMAGE;
      case Part.Audio _, Part.File _ -> 0;
    };
  }

  private static long tokens(String text) {
    long ascii = text.chars().filter(character -> character < 128).count();
    return (ascii + 2) / 3 + (text.length() - ascii);
  }
}
