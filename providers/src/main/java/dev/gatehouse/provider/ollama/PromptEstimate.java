package dev.gatehouse.provider.ollama;

import dev.gatehouse.inference.ChatRequest;
import dev.gatehouse.inference.Message;
import dev.gatehouse.inference.Part;
import dev.gatehouse.inference.ToolSpec;

/**
 * A guess, on the high side, of how many tokens a prompt has: a third of its ASCII letters and
 * spaces (English takes about a quarter), half of other ASCII characters, one for a digit (several
 * tokenizers take each alone) and for any character beyond ASCII, and what templates add.
 */
final class PromptEstimate {
  private static final int TOKENS_PER_REQUEST = 64;
  private static final int TOKENS_PER_MESSAGE = 8;
  private static final int TOKENS_PER_IMAGE = 1024;
  private static final int SIXTHS = 6;

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
      tokens += tool.parameters().map(schema -> tokens(schema.toString())).orElse(0);
    }
    return (int) Math.min(tokens, Integer.MAX_VALUE / 2);
  }

  /** Whether the estimate rests on text alone, so that the server's count says how good it is. */
  static boolean isOfText(ChatRequest request) {
    return request.messages().stream()
        .flatMap(message -> message.parts().stream())
        .noneMatch(Part.Image.class::isInstance);
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

  static int tokens(String text) {
    long sixths = SIXTHS - 1;
    for (int i = 0; i < text.length(); i++) {
      sixths += sixths(text.charAt(i));
    }
    return (int) Math.min(sixths / SIXTHS, Integer.MAX_VALUE / 2);
  }

  private static int sixths(char character) {
    if (character >= 128 || (character >= '0' && character <= '9')) {
      return SIXTHS;
    }
    boolean letter = (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
    return letter || character <= ' ' ? SIXTHS / 3 : SIXTHS / 2;
  }
}
