package dev.gatehouse.redact.restore;

import dev.gatehouse.inference.Wire;
import java.util.Optional;

/** Where the answers of one vendor's wire carry what the model says. */
sealed interface AnswerWire
    permits OpenAiChoices, OpenAiResponses, AnthropicMessages, OllamaLines {

  /** Takes note of what one event of a stream, or a whole answer, carries. */
  void read(PlacedJson event, Reading reading);

  /** The wire of a request; empty where its answers carry no text. */
  static Optional<AnswerWire> of(Wire wire) {
    return switch (wire) {
      case OPENAI_CHAT, OPENAI_COMPLETIONS -> Optional.of(new OpenAiChoices());
      case OPENAI_RESPONSES -> Optional.of(new OpenAiResponses());
      case ANTHROPIC_MESSAGES -> Optional.of(new AnthropicMessages());
      case OLLAMA_CHAT, OLLAMA_GENERATE -> Optional.of(new OllamaLines());
      case OPENAI_EMBEDDINGS, ANTHROPIC_COUNT_TOKENS, OLLAMA_EMBED, OLLAMA_EMBEDDINGS ->
          Optional.empty();
    };
  }
}
