package dev.gatehouse.architecture.violation.provider;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;

/** Lets LangChain4j find an HTTP client of its own. */
public final class ModelWithoutOurClient {

  private ModelWithoutOurClient() {}

  static ChatModel model() {
    return OllamaChatModel.builder().baseUrl("http://127.0.0.1").modelName("any").build();
  }
}
