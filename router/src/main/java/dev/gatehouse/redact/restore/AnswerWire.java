package dev.gatehouse.redact.restore;

import dev.gatehouse.inference.Wire;

/** Where the answers of one vendor's wire carry what the model says. */
sealed interface AnswerWire
    permits OpenAiChoices, OpenAiResponses, AnthropicMessages, OllamaLines, AnyDocument {

  /** Takes note of what one event of a stream, or a whole answer, carries. */
  void read(PlacedJson event, EventTexts reading);

  /** The answers to requests over a wire. */
  static AnswerWire of(Wire wire) {
    return switch (wire) {
      case OPENAI_CHAT, OPENAI_COMPLETIONS -> new OpenAiChoices();
      case OPENAI_RESPONSES -> new OpenAiResponses();
      case ANTHROPIC_MESSAGES -> new AnthropicMessages();
      case OLLAMA_CHAT, OLLAMA_GENERATE -> new OllamaLines();
      case OPENAI_EMBEDDINGS, ANTHROPIC_COUNT_TOKENS, OLLAMA_EMBED, OLLAMA_EMBEDDINGS ->
          new AnyDocument();
    };
  }
}
