package dev.gatehouse.conformance.sdk;

import java.net.URI;

/** The clients of the matrix. */
enum Sdk {
  OPENAI_JAVA("openai-java", "OpenAI chat completions"),
  OPENAI_JAVA_RESPONSES("openai-java", "OpenAI responses"),
  LANGCHAIN_OPENAI("LangChain4j OpenAiChatModel", "OpenAI chat completions"),
  ANTHROPIC_JAVA("anthropic-java", "Anthropic messages"),
  LANGCHAIN_ANTHROPIC("LangChain4j AnthropicChatModel", "Anthropic messages"),
  LANGCHAIN_OLLAMA("LangChain4j OllamaChatModel", "Ollama chat");

  private final String label;
  private final String dialect;

  Sdk(String label, String dialect) {
    this.label = label;
    this.dialect = dialect;
  }

  /** The library's own name. */
  String label() {
    return label;
  }

  /** What it speaks. */
  String dialect() {
    return dialect;
  }

  /**
   * A client of a gateway.
   *
   * @param gateway its address, without a path
   */
  Client connect(URI gateway) {
    return switch (this) {
      case OPENAI_JAVA -> new OpenAiJava(gateway);
      case OPENAI_JAVA_RESPONSES -> new OpenAiJavaResponses(gateway);
      case LANGCHAIN_OPENAI -> LangChain.openAi(gateway);
      case ANTHROPIC_JAVA -> new AnthropicJava(gateway);
      case LANGCHAIN_ANTHROPIC -> LangChain.anthropic(gateway);
      case LANGCHAIN_OLLAMA -> LangChain.ollama(gateway);
    };
  }
}
