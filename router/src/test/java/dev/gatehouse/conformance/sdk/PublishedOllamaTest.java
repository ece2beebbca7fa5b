package dev.gatehouse.conformance.sdk;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;

/** LangChain4j's Ollama model; a model of another vendor answers. */
final class PublishedOllamaTest extends PublishedTests {
  @Override
  ChatModel model(String gateway, ChatRequestParameters parameters) {
    return OllamaChatModel.builder()
        .baseUrl(gateway)
        .defaultRequestParameters(parameters)
        .maxRetries(0)
        .build();
  }

  @Override
  protected ChatRequestParameters createIntegrationSpecificParameters(int maxOutputTokens) {
    return OllamaChatRequestParameters.builder().maxOutputTokens(maxOutputTokens).build();
  }

  /** Ollama has no forced tools. */
  @Override
  protected boolean supportsToolChoiceRequired() {
    return false;
  }

  /** Ollama's answers have none. */
  @Override
  protected boolean assertResponseId() {
    return false;
  }
}
